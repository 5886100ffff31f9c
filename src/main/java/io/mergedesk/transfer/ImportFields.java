package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fields that a plan fills: those the type has, and those it gets.
final class ImportFields {

    private final TypeService types;

    ImportFields(TypeService types) {
        this.types = types;
    }

    /// What makes the plan impossible.
    List<Violation> violations(ImportPlan plan, ImportFile file) {
        var violations = new ArrayList<Violation>();
        if (plan.targets().size() != file.columns().size()) {
            violations.add(new Violation("columns", "expected a target for each column"));
            return violations;
        }
        var used = new HashSet<FieldName>();
        for (int i = 0; i < plan.targets().size(); i++) {
            var header = file.columns().get(i).header();
            var field = plan.fieldOf(i);
            if (field.isPresent() && !used.add(field.get())) {
                violations.add(
                        new Violation(
                                header, header + ": expected a field that no other column fills"));
            }
        }
        if (used.isEmpty()) {
            violations.add(new Violation("columns", "expected at least one column with a field"));
        }
        plan.key()
                .filter(key -> !used.contains(key))
                .ifPresent(key ->
                        violations.add(
                                new Violation("key", "key: expected a field that a column fills")));
        var known = definitions(plan, types.find(plan.type()));
        used.stream()
                .filter(field -> !known.containsKey(field))
                .forEach(field ->
                        violations.add(
                                new Violation(field.value(), "there is no field '" + field + "'")));
        plan.key()
                .map(known::get)
                .filter(field -> field != null && !ImportPlanner.mayBeKey(field.kind()))
                .ifPresent(field ->
                        violations.add(
                                new Violation(
                                        "key",
                                        "key: expected text, a number, a date, an e-mail address or a URL, not "
                                                + field.kind().wireName())));
        return violations;
    }

    /// The definition of every field that the plan fills.
    Map<FieldName, FieldDefinition> definitions(ImportPlan plan, Optional<EntityType> type) {
        var definitions = new HashMap<FieldName, FieldDefinition>();
        for (var target : plan.targets()) {
            switch (target) {
                case ColumnTarget.Existing(var name) ->
                        type.flatMap(one -> one.field(name))
                                .ifPresent(field -> definitions.put(name, field));
                case ColumnTarget.Added added ->
                        definitions.put(added.field(), define(added, plan));
                case ColumnTarget.Ignored _, ColumnTarget.Id _, ColumnTarget.BaseRevision _ -> {}
            }
        }
        return definitions;
    }

    /// The type as the plan leaves it, without storing anything.
    TypeDefinition asPlanned(ImportPlan plan, Optional<EntityType> type) {
        var fields = new ArrayList<FieldDefinition>();
        type.ifPresent(one -> fields.addAll(one.definition().fields()));
        for (var target : plan.targets()) {
            if (target instanceof ColumnTarget.Added added) {
                fields.add(define(added, plan));
            }
        }
        var label = plan.newLabel().orElse(plan.type().value());
        return type.map(one -> one.definition().having(fields))
                .orElseGet(() ->
                        new TypeDefinition(
                                plan.type(),
                                label,
                                singular(label),
                                fields,
                                MergeStrategy.FIELD_LEVEL_MERGE));
    }

    /// Stores what the plan adds.
    TypeOutcome ensure(ImportPlan plan, Actor actor) {
        var type = types.find(plan.type());
        if (type.isPresent() && !plan.definesAnything()) {
            return new TypeOutcome.Saved(type.get());
        }
        if (!actor.is(Role.ADMIN)) {
            return new TypeOutcome.Forbidden();
        }
        var definition = asPlanned(plan, type);
        return type.isPresent()
                ? types.change(definition, type.get().version(), actor)
                : types.create(definition, actor);
    }

    private static FieldDefinition define(ColumnTarget.Added added, ImportPlan plan) {
        var field = FieldDefinition.of(added.field(), added.label(), added.kind());
        if (added.kind() == FieldKind.CHOICE || added.kind() == FieldKind.CHOICES) {
            field = field.choosing(added.choices());
        }
        boolean isKey = plan.key().filter(added.field()::equals).isPresent();
        return isKey ? field.asUnique() : field;
    }

    private static String singular(String label) {
        if (label.endsWith("ies") && label.length() > 4) {
            return label.substring(0, label.length() - 3) + "y";
        }
        return label.endsWith("s") && label.length() > 2
                ? label.substring(0, label.length() - 1)
                : label;
    }
}
