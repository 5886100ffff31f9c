package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is decided as one: a field, or those fields of a group that somebody touched.
///
/// @param group the name of the group; empty for a field by itself
/// @param fields in the order of the form, at least one
record Question(Optional<String> group, List<FieldName> fields) {

    Question {
        fields = List.copyOf(fields);
    }

    /// What a person has to decide, in the order of the form.
    static List<Question> contested(EntityType type, Merge merge) {
        return of(type, merge, fields -> fields.stream().anyMatch(one -> isContest(merge, one)));
    }

    /// What was merged without asking, in the order of the form.
    static List<Question> merged(EntityType type, Merge merge) {
        return of(type, merge, fields -> fields.stream().noneMatch(one -> isContest(merge, one)));
    }

    private static boolean isContest(Merge merge, FieldName field) {
        return merge.of(field) instanceof Contest;
    }

    private static List<Question> of(
            EntityType type, Merge merge, Predicate<List<FieldName>> wanted) {
        var units = new LinkedHashMap<String, List<FieldName>>();
        inOrder(type, merge)
                .forEach(field ->
                        units.computeIfAbsent(
                                        merge.policy()
                                                .of(field)
                                                .group()
                                                .map(group -> "group " + group)
                                                .orElse(field.value()),
                                        _ -> new ArrayList<>())
                                .add(field));
        return units.values().stream()
                .filter(wanted)
                .map(fields -> new Question(merge.policy().of(fields.getFirst()).group(), fields))
                .toList();
    }

    /// Touched fields as the form shows them; those it does not show come last.
    private static List<FieldName> inOrder(EntityType type, Merge merge) {
        var order = type.fields().stream().map(FieldDefinition::name).toList();
        var fields = new ArrayList<>(order);
        fields.retainAll(merge.fields().keySet());
        merge.fields().keySet().stream()
                .filter(field -> !order.contains(field))
                .forEach(fields::add);
        return fields;
    }

    FieldName first() {
        return fields.getFirst();
    }

    /// What people call it.
    String label(EntityType type) {
        return group.orElseGet(() -> type.labelOf(first()));
    }

    boolean isOf(FieldName field) {
        return fields.contains(field);
    }
}
