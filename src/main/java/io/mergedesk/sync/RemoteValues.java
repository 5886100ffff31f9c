package io.mergedesk.sync;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What another system has of a record, in the values of ours.
final class RemoteValues {

    private final Types types;

    RemoteValues(Types types) {
        this.types = types;
    }

    /// What the other system changed since, as far as it is about fields we have and can read.
    Map<FieldName, Optional<FieldValue>> changed(
            JsonNode theirs, Entity base, TargetDefinition target) {
        var type = types.get(base.type());
        var patch = new HashMap<FieldName, Optional<FieldValue>>();
        for (var field : fields(type, target)) {
            var name = target.rest().names().getOrDefault(field.name(), field.name().value());
            if (theirs.has(name)) {
                read(field, Objects.requireNonNull(theirs.get(name)))
                        .filter(value -> !value.equals(valueOf(base.values(), field)))
                        .ifPresent(value -> patch.put(field.name(), value));
            }
        }
        return patch;
    }

    private static List<FieldDefinition> fields(EntityType type, TargetDefinition target) {
        return type.definition().fields().stream()
                .filter(field -> !field.removed())
                .filter(field ->
                        target.fields().isEmpty() || target.fields().contains(field.name()))
                .toList();
    }

    private static Optional<FieldValue> valueOf(FieldValues values, FieldDefinition field) {
        return values.find(field.name());
    }

    /// Empty where it cannot be read; empty in it where it is cleared.
    private static Optional<Optional<FieldValue>> read(FieldDefinition field, JsonNode node) {
        if (node.isNull()) {
            return Optional.of(Optional.empty());
        }
        if (!node.isValueNode()) {
            return Optional.empty();
        }
        return switch (FieldText.read(field.kind(), node.asString())) {
            case Reading.Value(var value) -> Optional.of(Optional.of(value));
            case Reading.Nothing _ -> Optional.of(Optional.empty());
            case Reading.Wrong _ -> Optional.empty();
        };
    }

    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// The same as it would have come in, each number as it is.
    static String asSent(Edit.Update edit, Message message) {
        return """
        {"type":"entity.updated","data":{"id":"%s","type":"%s","baseRevision":%s,"fields":%s}}\
        """
                .formatted(
                        edit.id(),
                        message.type(),
                        edit.base().number(),
                        FieldJson.writePatch(edit.patch()));
    }
}
