package io.mergedesk.api;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `{"fields":{name: "mine"|"theirs"|"base"|"both"|{"value":…}|{"hunks":{"0":"mine"}}},
/// "entity":"keep"|"delete","reason":"…","revision":13}`.
///
/// @param revision that was decided upon; empty means the one that is there
record SentResolution(Decisions decisions, String reason, Optional<Revision> revision) {

    private static final int MAX_REASON = 2_000;
    private static final String CHOICES =
            "expected mine, theirs, base, both, {\"value\":…} or {\"hunks\":{\"0\":\"mine\"}}";

    /// @throws RejectedRequest with all that is wrong, each by its field
    static SentResolution read(EntityType type, JsonBody body) {
        return new Reader(type).read(body);
    }

    private static final class Reader {
        private final EntityType type;
        private final List<Violation> violations = new ArrayList<>();

        private Reader(EntityType type) {
            this.type = type;
        }

        private SentResolution read(JsonBody body) {
            var sent = new SentObject(body.root(), null, violations);
            sent.allowOnly(Set.of("fields", "entity", "reason", "revision"));
            var fields = new TreeMap<FieldName, Choice>();
            sent.value("fields")
                    .ifPresent(node -> {
                        if (node.isObject()) {
                            node.properties()
                                    .forEach(one -> choice(one.getKey(), one.getValue(), fields));
                        } else {
                            sent.refuse("fields", "expected an object, name to choice");
                        }
                    });
            var entity =
                    sent.read(
                            "entity",
                            "keep or delete",
                            text ->
                                    switch (text) {
                                        case "keep" -> Optional.of(EntityChoice.KEEP);
                                        case "delete" -> Optional.of(EntityChoice.DELETE);
                                        default -> Optional.empty();
                                    });
            var reason = sent.text("reason").orElse("");
            if (reason.length() > MAX_REASON) {
                sent.refuse("reason", "expected at most " + MAX_REASON + " characters");
            }
            var revision = revision(sent);
            if (!violations.isEmpty()) {
                throw Problem.invalid(violations).rejected();
            }
            return new SentResolution(new Decisions(entity, fields), reason, revision);
        }

        private static Optional<Revision> revision(SentObject sent) {
            return sent.value("revision")
                    .flatMap(node -> {
                        if (node.isIntegralNumber()
                                && node.canConvertToLong()
                                && node.longValue() > 0) {
                            return Optional.of(new Revision(node.longValue()));
                        }
                        sent.refuse("revision", "expected the revision that was decided upon");
                        return Optional.empty();
                    });
        }

        private void choice(String name, JsonNode sent, Map<FieldName, Choice> fields) {
            var field =
                    type.fields().stream()
                            .map(one -> one.name())
                            .filter(one -> one.value().equals(name))
                            .findAny();
            if (field.isEmpty()) {
                violations.add(new Violation(name, "there is no field '" + name + "'"));
                return;
            }
            var choice = choice(field.get(), sent);
            if (choice == null) {
                violations.add(new Violation(name, type.labelOf(field.get()) + ": " + CHOICES));
            } else {
                fields.put(field.get(), choice);
            }
        }

        private @Nullable Choice choice(FieldName field, JsonNode sent) {
            if (sent.isString()) {
                return Choice.Whole.parse(sent.stringValue()).orElse(null);
            }
            var value = sent.get("value");
            if (value != null && sent.size() == 1) {
                return value(type.kindOf(field), value);
            }
            var hunks = sent.get("hunks");
            return hunks != null && hunks.isObject() && sent.size() == 1 ? hunks(hunks) : null;
        }

        private static @Nullable Choice value(FieldKind kind, JsonNode sent) {
            return switch (SentValue.read(kind, sent)) {
                case Reading.Value(FieldValue value) -> new Choice.Value(value);
                case Reading.Nothing _ -> new Choice.Value(null);
                case Reading.Wrong _ -> null;
            };
        }

        private static @Nullable Choice hunks(JsonNode sent) {
            var byPlace = new TreeMap<Integer, HunkChoice>();
            for (var one : sent.properties()) {
                var choice = HunkChoice.parse(one.getValue().stringValue(""));
                if (choice.isEmpty() || !one.getKey().matches("[0-9]{1,6}")) {
                    return null;
                }
                byPlace.put(Integer.valueOf(one.getKey()), choice.get());
            }
            return new Choice.Hunks(byPlace);
        }
    }
}
