package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Meaning;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Ends conflicts in which nothing is left to decide, because a later edit wrote all that the
/// waiting one wanted; and says how an entity stands after an edit.
final class Overtaking {

    private final History history;
    private final Telling telling;

    Overtaking(History history, Telling telling) {
        this.history = history;
        this.telling = telling;
    }

    /// The same write, with the badge off where no conflict is left.
    EntityWrite check(EntityWrite write, ConflictWrites conflicts) {
        if (write.before().map(Entity::status).orElse(EntityStatus.SYNCED)
                != EntityStatus.CONFLICT) {
            return write;
        }
        var by = write.change().by();
        for (var conflict : List.copyOf(conflicts.openOf(write.after()))) {
            if (hasAll(write, conflict)) {
                conflicts.settle(
                        conflict.settled(settlement(write, conflict)),
                        write.after(),
                        by,
                        telling.taken(conflict, by),
                        false);
            }
        }
        return conflicts.openOf(write.after()).isEmpty()
                ? write.standing(EntityStatus.SYNCED)
                : write;
    }

    private static boolean hasAll(EntityWrite write, Conflict conflict) {
        var edit = conflict.edit();
        return write.after().deleted() == edit.deletes()
                && edit.patch().byName().entrySet().stream()
                        .allMatch(entry ->
                                Meaning.same(
                                        write.type().kindOf(entry.getKey()),
                                        entry.getValue().orElse(null),
                                        write.after().values().get(entry.getKey())));
    }

    private Settlement settlement(EntityWrite write, Conflict conflict) {
        var before = write.before().orElseThrow();
        var edit = conflict.edit();
        var base = history.at(before, edit.base()).map(Entity::values).orElse(FieldValues.NONE);
        var fields = new TreeMap<FieldName, Resolution.Decided>();
        edit.patch()
                .byName()
                .forEach((field, wanted) ->
                        fields.put(
                                field,
                                decided(
                                        base.get(field),
                                        before.values().get(field),
                                        wanted.orElse(null),
                                        write.after().values().get(field))));
        return new Settlement(
                write.change().by(),
                write.after().updatedAt(),
                Settlement.How.OVERTAKEN,
                before.revision(),
                write.after().revision(),
                "",
                new Resolution(write.after().deleted(), fields),
                Optional.empty());
    }

    private static Resolution.Decided decided(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            @Nullable FieldValue chosen) {
        return new Resolution.Decided(
                base, theirs, mine, chosen, Rule.CONTESTED, Optional.of(Choice.Whole.MINE));
    }
}
