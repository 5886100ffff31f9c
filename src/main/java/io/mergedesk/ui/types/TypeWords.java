package io.mergedesk.ui.types;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Strategies and differences of definitions, as one would say them.
final class TypeWords {

    private TypeWords() {}

    static String of(MergeStrategy strategy) {
        return switch (strategy) {
            case FIELD_LEVEL_MERGE -> "Merge field by field";
            case LAST_WRITE_WINS -> "The last save wins";
            case MANUAL -> "A person decides";
        };
    }

    static String of(Strictness strictness) {
        return switch (strictness) {
            case VALUE -> "Fields, and words within";
            case FIELD -> "Different fields only";
            case ENTITY -> "Nothing: any two edits meet";
        };
    }

    /// What the later definition does to the earlier one: "Fax was added", "Phone is now called
    /// Telephone".
    static List<String> differences(TypeDefinition earlier, TypeDefinition later) {
        var words = new ArrayList<String>();
        if (!earlier.label().equals(later.label())) {
            words.add(
                    later.label().isBlank()
                            ? "the type has no name"
                            : "the type is now called " + later.label());
        }
        if (!earlier.singular().equals(later.singular())) {
            words.add(
                    later.singular().isBlank()
                            ? "one of them has no name"
                            : "one of them is now called " + later.singular());
        }
        if (earlier.strategy() != later.strategy()) {
            words.add("when edits collide: " + of(later.strategy()));
        }
        if (earlier.strictness() != later.strictness()) {
            words.add("joined without asking: " + of(later.strictness()));
        }
        var before = byName(earlier);
        for (var field : later.fields()) {
            var old = before.get(field.name().value());
            if (old == null) {
                words.add(field.label() + " was added");
            } else if (!old.equals(field)) {
                words.add(difference(old, field));
            }
        }
        if (!order(earlier, later).equals(order(later, earlier))) {
            words.add("the order of the fields");
        }
        return words;
    }

    /// The names of one definition that the other one has too, in its order.
    private static List<FieldName> order(TypeDefinition one, TypeDefinition other) {
        var names = new ArrayList<FieldName>();
        one.fields().forEach(field -> names.add(field.name()));
        names.retainAll(other.fields().stream().map(FieldDefinition::name).toList());
        return names;
    }

    private static String difference(FieldDefinition old, FieldDefinition now) {
        if (old.removed() != now.removed()) {
            return now.label() + (now.removed() ? " was removed" : " was brought back");
        }
        if (!old.label().equals(now.label())) {
            return old.label() + " is now called " + now.label();
        }
        if (old.required() != now.required()) {
            return now.label() + " is " + (now.required() ? "now" : "no longer") + " required";
        }
        if (old.unique() != now.unique()) {
            return now.label() + " is " + (now.unique() ? "now" : "no longer") + " unique";
        }
        if (old.adds() != now.adds()) {
            return "changes of "
                    + now.label()
                    + " are "
                    + (now.adds() ? "now" : "no longer")
                    + " added up";
        }
        return now.label()
                + (old.choices().equals(now.choices()) ? " was changed" : " has other choices");
    }

    private static Map<String, FieldDefinition> byName(TypeDefinition definition) {
        return definition.fields().stream()
                .collect(Collectors.toMap(field -> field.name().value(), Function.identity()));
    }
}
