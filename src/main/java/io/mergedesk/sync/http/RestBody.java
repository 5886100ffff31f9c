package io.mergedesk.sync.http;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Message;
import io.mergedesk.sync.RestMapping;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// An entity in the names of another system, as one JSON object. PATCH sends what changed, so that
/// it touches nothing else (RFC 7396, with null for what was cleared); other methods send all
/// values.
final class RestBody {

    static final String JSON = "application/json";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final JsonFactory FACTORY = new JsonFactory();

    private RestBody() {}

    static String contentType(String method) {
        return method.equals("PATCH") ? MERGE_PATCH : JSON;
    }

    /// @param edited what an admin wrote instead
    static byte[] write(
            String method, Message message, RestMapping mapping, Optional<String> edited) {
        return edited.map(text -> text.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> write(values(method, message), mapping.names()));
    }

    private static byte[] write(
            Map<FieldName, Optional<FieldValue>> values, Map<FieldName, String> names) {
        var bytes = new ByteArrayOutputStream(256);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            values.forEach((field, value) -> {
                // the team is ours, unless it has a name there
                if (!field.equals(FieldName.TEAM) || names.containsKey(field)) {
                    json.writeName(names.getOrDefault(field, field.value()));
                    FieldJson.write(json, value.orElse(null));
                }
            });
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static Map<FieldName, Optional<FieldValue>> values(String method, Message message) {
        var values = new TreeMap<FieldName, Optional<FieldValue>>();
        if (!method.equals("PATCH") || isWhole(message)) {
            message.fields()
                    .byName()
                    .forEach((field, value) -> values.put(field, Optional.of(value)));
        }
        if (method.equals("PATCH")) {
            message.changed().forEach(field -> values.put(field, message.fields().find(field)));
        }
        return values;
    }

    /// The other system may have none of it, or not any more.
    private static boolean isWhole(Message message) {
        return message.event() != EventName.ENTITY_UPDATED
                || message.origin() == Origin.RESTORE
                || message.changed().isEmpty();
    }
}
