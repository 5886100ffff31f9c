package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Refuses what would give two entities the same unique value.
final class UniqueCheck {

    private final EntityStore store;

    UniqueCheck(EntityStore store) {
        this.store = store;
    }

    /// The verdict itself, or a refusal that names the field. A clash with a transaction that is
    /// not yet committed shows up as a duplicate key, and the retry finds it here.
    Verdict check(Verdict verdict) {
        if (!(verdict instanceof Verdict.Write(var write, _))) {
            return verdict;
        }
        var wanted = new HashSet<>(IndexKeys.unique(write.type(), write.after()));
        write.before()
                .ifPresent(before -> wanted.removeAll(IndexKeys.unique(write.type(), before)));
        if (wanted.isEmpty()) {
            return verdict;
        }
        Map<UniqueKey, EntityId> owners = new HashMap<>(store.ownersOf(wanted));
        owners.values().removeIf(owner -> owner.equals(write.after().id()));
        return owners.isEmpty() ? verdict : new Verdict.Nothing(refusal(write.type(), owners));
    }

    private static SaveOutcome refusal(EntityType type, Map<UniqueKey, EntityId> owners) {
        List<Violation> violations =
                type.fields().stream()
                        .filter(FieldDefinition::unique)
                        .filter(field ->
                                owners.keySet().stream()
                                        .anyMatch(key -> key.index() == type.indexOf(field.name())))
                        .map(field ->
                                new Violation(
                                        field.name().value(),
                                        field.label()
                                                + ": expected a value that no other of the "
                                                + type.label()
                                                + " has"))
                        .toList();
        return new SaveOutcome.Refused(violations);
    }
}
