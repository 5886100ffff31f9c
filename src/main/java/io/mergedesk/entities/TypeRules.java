package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a type definition must look like, and which changes of one would make history unreadable.
final class TypeRules {

    private static final int MAX_FIELDS = 200;
    private static final int MAX_LABEL = 120;

    private TypeRules() {}

    static List<Violation> ofNew(TypeDefinition definition, List<EntityType> others) {
        var violations = new ArrayList<Violation>();
        if (others.stream()
                .anyMatch(type -> sameLetters(type.name().value(), definition.name().value()))) {
            violations.add(new Violation("name", "Name: expected one that no other type has"));
        }
        violations.addAll(ofContent(definition, others));
        return violations;
    }

    static List<Violation> ofChange(
            TypeDefinition definition, EntityType current, List<EntityType> all) {
        var violations = ofContent(definition, all);
        for (var field : definition.fields()) {
            var before = current.byName().get(field.name());
            if (before != null && before.kind() != field.kind()) {
                violations.add(
                        new Violation(
                                field.name().value(),
                                field.label()
                                        + ": expected the kind it has, "
                                        + before.kind().wireName()
                                        + "; for another kind remove it and add a new field"));
            }
        }
        return violations;
    }

    /// The definition with the fields it leaves out kept as removed ones.
    static TypeDefinition keepingRemoved(TypeDefinition definition, EntityType current) {
        var fields = new ArrayList<>(definition.fields());
        Set<FieldName> named =
                definition.fields().stream().map(FieldDefinition::name).collect(Collectors.toSet());
        for (var before : current.definition().fields()) {
            if (!named.contains(before.name())) {
                fields.add(before.asRemoved());
            }
        }
        return definition.having(fields);
    }

    private static List<Violation> ofContent(TypeDefinition definition, List<EntityType> types) {
        var violations = new ArrayList<Violation>();
        checkLabel("label", definition.label(), violations);
        checkLabel("singular", definition.singular(), violations);
        if (definition.fields().stream().allMatch(FieldDefinition::removed)) {
            violations.add(new Violation("fields", "Fields: expected at least one"));
        }
        if (definition.fields().size() > MAX_FIELDS) {
            violations.add(new Violation("fields", "Fields: expected at most " + MAX_FIELDS));
        }
        var seen = new HashSet<String>();
        var known =
                types.stream().map(EntityType::name).collect(Collectors.toCollection(HashSet::new));
        known.add(definition.name());
        for (var field : definition.fields()) {
            if (!seen.add(field.name().value().toLowerCase(Locale.ROOT))) {
                violations.add(
                        new Violation(
                                field.name().value(),
                                "Name: expected one that no other field of the type has"));
            }
            violations.addAll(FieldDefinitionRules.of(field, known));
        }
        return violations;
    }

    private static void checkLabel(String field, String label, List<Violation> violations) {
        if (label.isBlank() || label.length() > MAX_LABEL) {
            violations.add(
                    new Violation(field, "Label: expected 1 to " + MAX_LABEL + " characters"));
        }
    }

    private static boolean sameLetters(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
