package io.mergedesk.api;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Violation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the definition of one field.
final class SentField {

    /// Takes the place of a field with violations, so that the next ones are counted right.
    static final FieldDefinition UNREADABLE =
            FieldDefinition.of(new FieldName("unreadable"), "Unreadable", FieldKind.TEXT);

    private static final Set<String> PROPERTIES =
            Set.of(
                    "name",
                    "label",
                    "kind",
                    "required",
                    "unique",
                    "choices",
                    "help",
                    "group",
                    "policy",
                    "adds",
                    "references",
                    "removed");
    private static final int MAX_GROUP = 63;
    private static final int MAX_CHOICES = 15_000;

    private final JsonNode node;
    private final String place;
    private final List<Violation> violations;

    /// @param place what violations name where the field has no name
    SentField(JsonNode node, String place, List<Violation> violations) {
        this.node = node;
        this.place = place;
        this.violations = violations;
    }

    /// Empty when something is wrong; it is among the violations then.
    Optional<FieldDefinition> read() {
        int before = violations.size();
        if (!node.isObject()) {
            violations.add(new Violation(place, place + ": expected an object with name and kind"));
            return Optional.empty();
        }
        var given = Optional.ofNullable(node.get("name")).filter(JsonNode::isString);
        var sent =
                new SentObject(
                        node,
                        given.map(JsonNode::stringValue)
                                .filter(text -> !text.isBlank())
                                .orElse(place),
                        violations);
        sent.allowOnly(PROPERTIES);
        var name = sent.read("name", SentType.nameForm(), SentType::fieldName);
        var kind = sent.read("kind", "one of " + FieldKind.wireNames(), FieldKind::parse);
        needed(sent, "name", SentType.nameForm());
        needed(sent, "kind", "one of " + FieldKind.wireNames());
        var field =
                new FieldDefinition(
                        name.orElse(UNREADABLE.name()),
                        sent.text("label")
                                .orElseGet(
                                        () -> name.map(one -> Words.label(one.value())).orElse("")),
                        kind.orElse(FieldKind.TEXT),
                        sent.flag("required"),
                        sent.flag("unique"),
                        choices(sent),
                        help(sent),
                        sent.read(
                                "group",
                                "at most " + MAX_GROUP + " characters",
                                text -> Optional.of(text).filter(one -> one.length() <= MAX_GROUP)),
                        sent.read(
                                "policy",
                                "last-write-wins, manual or field-level-merge",
                                MergeStrategy::parse),
                        sent.flag("adds"),
                        sent.read("references", "the name of a type", SentType::typeName),
                        sent.flag("removed"));
        return violations.size() == before ? Optional.of(field) : Optional.empty();
    }

    private static void needed(SentObject sent, String property, String expected) {
        var value = sent.value(property);
        if (value.isEmpty() || (value.get().isString() && value.get().stringValue().isBlank())) {
            sent.refuse(property, "expected " + expected);
        }
    }

    private static List<String> choices(SentObject sent) {
        var choices = sent.texts("choices");
        if (choices.stream().mapToInt(choice -> choice.length() + 1).sum() > MAX_CHOICES) {
            sent.refuse("choices", "expected at most " + MAX_CHOICES + " characters in all");
        }
        return choices;
    }

    /// Help may have several lines.
    private static String help(SentObject sent) {
        var help = sent.value("help");
        if (help.isPresent() && !help.get().isString()) {
            sent.refuse("help", "expected a text");
        }
        return help.filter(JsonNode::isString).map(text -> text.stringValue().strip()).orElse("");
    }
}
