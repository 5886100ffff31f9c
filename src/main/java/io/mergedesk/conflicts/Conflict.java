package io.mergedesk.conflicts;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Two edits that met in one entity: the one that came later, kept whole, and what it met.
///
/// Open, it waits for a decision and the entity has nothing of it. Settled, it tells what was
/// decided, by whom or by which rule, and keeps every value that lost. Edits that were merged
/// without asking are kept as settled ones, so that they can be reviewed and overridden.
///
/// @param met the revision that was current when the edit came
/// @param contested the fields that nobody but a person may decide, when the edit came; where one
///   deleted what the other edited, the edited ones
/// @param merged the other fields of the edit, which went together
/// @param reopened how often a settlement was taken back
/// @param version counts everything that is done to it, from 1: what `If-Match` carries
public record Conflict(
        ConflictId id,
        EntityId entity,
        TypeName type,
        ParkedEdit edit,
        Revision met,
        SortedSet<FieldName> contested,
        SortedSet<FieldName> merged,
        Handling handling,
        Optional<Settlement> settlement,
        int reopened,
        long version) {

    public Conflict {
        contested = Collections.unmodifiableSortedSet(new TreeSet<>(contested));
        merged = Collections.unmodifiableSortedSet(new TreeSet<>(merged));
    }

    public boolean isOpen() {
        return settlement.isEmpty();
    }

    /// Whether nobody was asked.
    public boolean isAutomatic() {
        return settlement.map(Settlement::how).equals(Optional.of(Settlement.How.AUTOMATIC));
    }

    /// With its desk's notes changed.
    public Conflict handled(Handling newHandling) {
        return new Conflict(
                id,
                entity,
                type,
                edit,
                met,
                contested,
                merged,
                newHandling,
                settlement,
                reopened,
                version + 1);
    }

    public Conflict settled(Settlement decided) {
        return new Conflict(
                id,
                entity,
                type,
                edit,
                met,
                contested,
                merged,
                handling,
                Optional.of(decided),
                reopened,
                version + 1);
    }

    /// Waiting again, since what was decided was taken back.
    public Conflict opened() {
        return new Conflict(
                id,
                entity,
                type,
                edit,
                met,
                contested,
                merged,
                handling,
                Optional.empty(),
                reopened + 1,
                version + 1);
    }
}
