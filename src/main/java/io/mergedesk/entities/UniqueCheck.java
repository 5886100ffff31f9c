package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Refuses what would give two entities the same unique value.
final class UniqueCheck {

    /// The verdict itself, or a refusal that names the field and the entity that holds its value. A
    /// clash with a transaction that is not yet committed shows up as a duplicate key, and the
    /// retry finds it here.
    ///
    /// @param actor is not told of entities that they do not see
    Verdict check(Verdict verdict, EditCall call, Actor actor) {
        if (!(verdict instanceof Verdict.Write(var write, _, _))) {
            return verdict;
        }
        var wanted = new HashSet<>(IndexKeys.unique(write.type(), write.after()));
        write.before()
                .ifPresent(before -> wanted.removeAll(IndexKeys.unique(write.type(), before)));
        var held = call.heldByOthers(wanted, write.after().id());
        return held.isEmpty()
                ? verdict
                : new Verdict.Nothing(refusal(write.type(), held, call, actor));
    }

    private static SaveOutcome refusal(
            EntityType type, Map<UniqueKey, EntityId> held, EditCall call, Actor actor) {
        var violations = new ArrayList<Violation>();
        var taken = new TreeMap<FieldName, Optional<EntityId>>();
        for (var field : type.fields()) {
            if (field.unique()) {
                holder(held, type.indexOf(field.name()))
                        .ifPresent(holder -> {
                            violations.add(violation(type, field));
                            taken.put(field.name(), seen(holder, call, actor));
                        });
            }
        }
        return new SaveOutcome.Refused(violations, taken);
    }

    private static Optional<EntityId> holder(Map<UniqueKey, EntityId> held, int index) {
        return held.entrySet().stream()
                .filter(one -> one.getKey().index() == index)
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Violation violation(EntityType type, FieldDefinition field) {
        return new Violation(
                field.name().value(),
                field.label() + ": expected a value that no other of the " + type.label() + " has");
    }

    private static Optional<EntityId> seen(EntityId holder, EditCall call, Actor actor) {
        return call.referred(holder).filter(entity -> actor.maySee(entity.team())).map(Entity::id);
    }
}
