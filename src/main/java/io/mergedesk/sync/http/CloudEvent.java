package io.mergedesk.sync.http;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldText;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.SiteId;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.Message;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The body of a webhook: a CloudEvent in structured mode that has what Standard Webhooks asks for
/// too. The same delivery always gives the same bytes. Sources: CloudEvents 1.0.2, "JSON Event
/// Format"; Standard Webhooks 1.0.0, "Payload structure".
final class CloudEvent {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final JsonFactory FACTORY = new JsonFactory();

    private CloudEvent() {}

    /// @param site whose event it is
    static byte[] write(JobId job, Message message, SiteId site) {
        var bytes = new ByteArrayOutputStream(512);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeStringProperty("specversion", "1.0");
            json.writeStringProperty("id", job.toString());
            json.writeStringProperty("source", "/sites/" + site);
            json.writeStringProperty("type", message.event().wireName().replace(':', '.'));
            json.writeStringProperty("subject", message.entity().toString());
            json.writeStringProperty("time", message.at().toString());
            json.writeStringProperty("timestamp", message.at().toString());
            json.writeStringProperty("datacontenttype", "application/json");
            json.writeStringProperty("partitionkey", message.entity().toString());
            // as text, and so that texts sort as the numbers do
            json.writeStringProperty(
                    "sequence", String.format(Locale.ROOT, "%020d", message.sequence().number()));
            data(json, message);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void data(JsonGenerator json, Message message) {
        json.writeName("data");
        json.writeStartObject();
        json.writeStringProperty("id", message.entity().toString());
        json.writeStringProperty("type", message.type().value());
        json.writeNumberProperty("revision", message.revision().number());
        json.writeName("versionVector");
        json.writeStartObject();
        message.vector()
                .counts()
                .forEach((site, count) -> json.writeNumberProperty(site.value(), count));
        json.writeEndObject();
        json.writeStringProperty("by", message.by().value());
        json.writeStringProperty("at", message.at().toString());
        json.writeStringProperty("origin", message.origin().wireName());
        message.fields()
                .find(FieldName.TEAM)
                .ifPresent(team -> json.writeStringProperty("team", FieldText.write(team)));
        json.writeName("fields");
        json.writeStartObject();
        message.fields()
                .byName()
                .forEach((field, value) -> {
                    if (!field.equals(FieldName.TEAM)) {
                        json.writeName(field.value());
                        FieldJson.write(json, value);
                    }
                });
        json.writeEndObject();
        json.writeName("changed");
        json.writeStartArray();
        message.changed().stream()
                .filter(field -> !field.equals(FieldName.TEAM))
                .forEach(field -> json.writeString(field.value()));
        json.writeEndArray();
        message.conflict()
                .ifPresent(conflict -> json.writeStringProperty("conflictId", conflict.toString()));
        json.writeEndObject();
    }
}
