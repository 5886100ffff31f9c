package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.trail.TrailDetails;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What an admin changed in the definition of a type, in words for the trail.
final class DefinitionDiff {

    private record Aspect(String name, Function<FieldDefinition, ?> of) {}

    private static final List<Aspect> ASPECTS =
            List.of(
                    new Aspect("label", FieldDefinition::label),
                    new Aspect("required", field -> yesNo(field.required())),
                    new Aspect("unique", field -> yesNo(field.unique())),
                    new Aspect("choices", field -> String.join(", ", field.choices())),
                    new Aspect("help", FieldDefinition::help),
                    new Aspect("group", field -> field.group().orElse("")),
                    new Aspect("strategy", field -> strategy(field)),
                    new Aspect("refers to", field -> text(field.references())));

    private DefinitionDiff() {}

    /// The fields a new type begins with.
    static TrailDetails of(TypeDefinition made) {
        var details = TrailDetails.of("label", made.label());
        for (var field : made.fields()) {
            details = details.with("field " + field.name(), "added as " + field.kind().wireName());
        }
        return details;
    }

    static TrailDetails of(TypeDefinition before, TypeDefinition after) {
        var details = TrailDetails.NONE;
        details = with(details, "label", before.label(), after.label());
        details = with(details, "singular", before.singular(), after.singular());
        details =
                with(
                        details,
                        "strategy",
                        before.strategy().wireName(),
                        after.strategy().wireName());
        var old = byName(before);
        for (var field : after.fields()) {
            var change = change(Optional.ofNullable(old.get(field.name())), field);
            if (!change.isEmpty()) {
                details = details.with("field " + field.name(), change);
            }
        }
        var order = order(before);
        var kept = order(after);
        kept.retainAll(order);
        order.retainAll(kept);
        return order.equals(kept) ? details : details.with("order", String.join(", ", kept));
    }

    private static String change(Optional<FieldDefinition> before, FieldDefinition after) {
        if (before.isEmpty()) {
            return "added as " + after.kind().wireName();
        }
        var words = new ArrayList<String>();
        if (before.get().removed() != after.removed()) {
            words.add(after.removed() ? "removed" : "brought back");
        }
        for (var aspect : ASPECTS) {
            var from = aspect.of().apply(before.get());
            var to = aspect.of().apply(after);
            if (!from.equals(to)) {
                words.add(aspect.name() + ": " + arrow(from, to));
            }
        }
        return String.join("; ", words);
    }

    private static TrailDetails with(TrailDetails details, String what, Object from, Object to) {
        return from.equals(to) ? details : details.with(what, arrow(from, to));
    }

    private static String arrow(Object from, Object to) {
        return "“" + from + "” → “" + to + "”";
    }

    private static Map<FieldName, FieldDefinition> byName(TypeDefinition definition) {
        var fields = new LinkedHashMap<FieldName, FieldDefinition>();
        definition.fields().forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    private static List<String> order(TypeDefinition definition) {
        var names = new ArrayList<String>();
        for (var field : definition.fields()) {
            if (!field.removed()) {
                names.add(field.name().value());
            }
        }
        return names;
    }

    private static String strategy(FieldDefinition field) {
        return field.strategy().map(MergeStrategy::wireName).orElse("");
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
