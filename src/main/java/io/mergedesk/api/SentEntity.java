package io.mergedesk.api;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads `{"fields":{…},"team":…}`: a merge patch, where null clears and what is not named stays.
final class SentEntity {

    private final EntityType type;
    private final TreeMap<FieldName, Optional<FieldValue>> values = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private SentEntity(EntityType type) {
        this.type = type;
    }

    /// @throws RejectedRequest with all that is wrong, each by its field
    static Patch read(EntityType type, JsonBody body) {
        var sent = new SentEntity(type);
        body.root().properties().forEach(one -> sent.property(one.getKey(), one.getValue()));
        if (!sent.violations.isEmpty()) {
            throw Problem.invalid(sent.violations).rejected();
        }
        return new Patch(sent.values);
    }

    private void property(String name, JsonNode sent) {
        switch (name) {
            case "team" -> put(FieldName.TEAM, "team", "Team", FieldKind.TEXT, sent);
            case "fields" -> {
                if (sent.isObject()) {
                    sent.properties().forEach(one -> field(one.getKey(), one.getValue()));
                } else {
                    refuse("fields", "expected an object, name to value");
                }
            }
            default ->
                    refuse(
                            name,
                            "there is no property '"
                                    + name
                                    + "' here: expected values in \"fields\", beside it \"team\"");
        }
    }

    private void field(String name, JsonNode sent) {
        var field = type.fields().stream().filter(one -> one.name().value().equals(name)).findAny();
        if (field.isEmpty()) {
            var known =
                    type.fields().stream()
                            .map(one -> one.name().value())
                            .collect(Collectors.joining(", "));
            refuse(
                    name,
                    "there is no field '"
                            + name
                            + "' in "
                            + type.label()
                            + ": expected one of "
                            + known);
            return;
        }
        var found = field.get();
        put(found.name(), name, found.label(), found.kind(), sent);
    }

    private void put(FieldName name, String shown, String label, FieldKind kind, JsonNode sent) {
        switch (SentValue.read(kind, sent)) {
            case Reading.Value(var value) -> values.put(name, Optional.of(value));
            case Reading.Nothing _ -> values.put(name, Optional.empty());
            case Reading.Wrong(var expectation) ->
                    refuse(shown, label + ": expected " + expectation);
        }
    }

    private void refuse(String field, String message) {
        violations.add(new Violation(field, message));
    }
}
