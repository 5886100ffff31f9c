package io.mergedesk.entities;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Refuses what would give two entities the same unique value.
final class UniqueCheck {

    /// The verdict itself, or a refusal that names the field. A clash with a transaction that is
    /// not yet committed shows up as a duplicate key, and the retry finds it here.
    Verdict check(Verdict verdict, EditCall call) {
        if (!(verdict instanceof Verdict.Write(var write, _, _))) {
            return verdict;
        }
        var wanted = new HashSet<>(IndexKeys.unique(write.type(), write.after()));
        write.before()
                .ifPresent(before -> wanted.removeAll(IndexKeys.unique(write.type(), before)));
        var held = call.heldByOthers(wanted, write.after().id());
        return held.isEmpty() ? verdict : new Verdict.Nothing(refusal(write.type(), held));
    }

    private static SaveOutcome refusal(EntityType type, Set<UniqueKey> held) {
        List<Violation> violations =
                type.fields().stream()
                        .filter(FieldDefinition::unique)
                        .filter(field ->
                                held.stream()
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
