package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldRules;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether an edit fits its type: each violation names the field and says what was expected.
final class Validation {

    private final PeopleDirectory people;

    Validation(PeopleDirectory people) {
        this.people = people;
    }

    boolean knows(UserId person) {
        return people.exists(person);
    }

    List<Violation> ofCreate(EntityType type, Patch patch, Actor actor, EditCall call) {
        var violations = new ArrayList<>(ofPatch(type, patch, actor, call));
        for (var field : type.fields()) {
            boolean given = patch.byName().getOrDefault(field.name(), Optional.empty()).isPresent();
            if (field.required() && !given && !patch.byName().containsKey(field.name())) {
                violations.add(required(field));
            }
        }
        return violations;
    }

    List<Violation> ofPatch(EntityType type, Patch patch, Actor actor, EditCall call) {
        var violations = new ArrayList<Violation>();
        patch.byName()
                .forEach((name, value) -> {
                    if (name.equals(FieldName.TEAM)) {
                        checkTeam(value, actor, violations);
                    } else {
                        type.field(name)
                                .ifPresentOrElse(
                                        field -> check(field, value, actor, call, violations),
                                        () -> violations.add(unknown(type, name)));
                    }
                });
        return violations;
    }

    private void check(
            FieldDefinition field,
            Optional<FieldValue> value,
            Actor actor,
            EditCall call,
            List<Violation> violations) {
        if (value.isEmpty()) {
            if (field.required()) {
                violations.add(required(field));
            }
            return;
        }
        FieldRules.problemOf(field.kind(), value.get())
                .or(() -> choiceProblem(field, value.get()))
                .or(() -> referenceProblem(field, value.get(), actor, call))
                .ifPresent(expected ->
                        violations.add(
                                new Violation(
                                        field.name().value(),
                                        field.label() + ": expected " + expected)));
    }

    private static Optional<String> choiceProblem(FieldDefinition field, FieldValue value) {
        boolean known =
                switch (value) {
                    case FieldValue.Text(var text) ->
                            field.kind() != FieldKind.CHOICE || field.choices().contains(text);
                    case FieldValue.Choices(var chosen) -> field.choices().containsAll(chosen);
                    default -> true;
                };
        return known
                ? Optional.empty()
                : Optional.of("one of: " + String.join(", ", field.choices()));
    }

    private Optional<String> referenceProblem(
            FieldDefinition field, FieldValue value, Actor actor, EditCall call) {
        return switch (value) {
            case FieldValue.Reference(var id) -> {
                var found =
                        call.referred(id)
                                .filter(entity -> !entity.deleted() && actor.maySee(entity.team()))
                                .filter(entity ->
                                        field.references().isEmpty()
                                                || field.references().get().equals(entity.type()));
                yield found.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "the id of "
                                        + field.references()
                                                .map(type -> "one of the " + type)
                                                .orElse("an entity")
                                        + " that is there");
            }
            case FieldValue.Person(var person) ->
                    people.exists(person)
                            ? Optional.empty()
                            : Optional.of("the account name of a person");
            default -> Optional.empty();
        };
    }

    private static void checkTeam(
            Optional<FieldValue> value, Actor actor, List<Violation> violations) {
        if (value.isEmpty()) {
            return;
        }
        try {
            var team = new TeamId(io.mergedesk.changes.FieldText.write(value.get()));
            if (actor.is(Role.ADMIN) || actor.teams().contains(team)) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // the same answer: a name that cannot be a team is nobody's team
        }
        violations.add(new Violation("team", "Team: expected one of your own teams"));
    }

    private static Violation required(FieldDefinition field) {
        return new Violation(
                field.name().value(), field.label() + " is required: expected a value");
    }

    private static Violation unknown(EntityType type, FieldName name) {
        return new Violation(
                name.value(),
                "there is no field '"
                        + name
                        + "' in "
                        + type.label()
                        + ": expected one of "
                        + String.join(
                                ", ",
                                type.fields().stream()
                                        .map(field -> field.name().value())
                                        .toList()));
    }
}
