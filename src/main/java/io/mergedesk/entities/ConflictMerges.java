package io.mergedesk.entities;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Settlement;
import java.util.List;

/// Merges the edit of a conflict with any later revision of its entity.
final class ConflictMerges {

    private final SiteId site;
    private final Types types;
    private final ConflictStore store;
    private final ChangeLog log;
    private final History history;

    ConflictMerges(SiteId site, Types types, ConflictStore store, ChangeLog log, History history) {
        this.site = site;
        this.types = types;
        this.store = store;
        this.log = log;
        this.history = history;
    }

    /// With what is there now, or, of a settled one, with what was there when it was settled.
    ConflictNow now(Conflict conflict, Entity current) {
        return with(
                conflict,
                current,
                conflict.settlement().map(Settlement::seen).orElseGet(current::revision));
    }

    /// @throws IllegalStateException when that revision never was
    ConflictNow with(Conflict conflict, Entity current, Revision seen) {
        var base = at(current, conflict.edit().base());
        var theirs = at(current, seen);
        var meeting =
                new Meeting(
                        types.get(conflict.type()),
                        base.values(),
                        theirs,
                        between(current, base.revision(), seen),
                        conflict.edit(),
                        site);
        return new ConflictNow(
                conflict, meeting.type(), current, base, meeting.merge(), seen, meeting.written());
    }

    /// What was answered when the edit was parked.
    SaveOutcome parked(ConflictId id, Entity met) {
        var conflict = store.find(id).orElseThrow();
        var base = at(met, conflict.edit().base());
        var meeting =
                new Meeting(
                        types.get(conflict.type()),
                        base.values(),
                        met,
                        between(met, base.revision(), met.revision()),
                        conflict.edit(),
                        site);
        return new SaveOutcome.Parked(
                met.standing(EntityStatus.CONFLICT),
                conflict,
                meeting.contested(StaleEdit.contests(meeting.merge())));
    }

    private List<Change> between(Entity current, Revision base, Revision last) {
        return log.since(current.id(), base).stream()
                .filter(change -> !last.isBefore(change.revision()))
                .toList();
    }

    private Entity at(Entity current, Revision revision) {
        if (revision.equals(Revision.NONE)) {
            return nothing(current);
        }
        return history.at(current, revision)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "entity "
                                        + current.id()
                                        + " never had a revision "
                                        + revision.number()));
    }

    /// Before it was there: what somebody had read who made the same one elsewhere.
    private static Entity nothing(Entity current) {
        return new Entity(
                current.id(),
                current.type(),
                Version.NONE,
                FieldValues.NONE,
                EntityStatus.SYNCED,
                false,
                current.createdAt(),
                current.createdBy(),
                current.createdBy());
    }
}
