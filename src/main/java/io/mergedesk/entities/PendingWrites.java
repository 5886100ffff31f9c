package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What one transaction is about to write: gathered edit by edit, so that each sees the ones before
/// it, and written at the end, the feed last.
final class PendingWrites {

    private final WriteStores stores;
    private final Overtaking overtaking;
    private final UniqueCheck unique;
    private final EditCall call;
    private final ConflictWrites conflicts;
    private final List<EntityWrite> writes = new ArrayList<>();
    private final SequencedMap<EntityId, EntityStatus> marks = new LinkedHashMap<>();

    /// @param conflicts those of `call`
    PendingWrites(
            WriteStores stores,
            Overtaking overtaking,
            UniqueCheck unique,
            EditCall call,
            ConflictWrites conflicts) {
        this.stores = stores;
        this.overtaking = overtaking;
        this.unique = unique;
        this.call = call;
        this.conflicts = conflicts;
    }

    /// @param actor whose edit it is
    /// @return what came of it, now that what else would be written is known
    SaveOutcome take(Verdict decided, Actor actor) {
        return switch (unique.check(decided, call, actor)) {
            case Verdict.Write(var decidedWrite, var outcome, var kept) -> {
                var write = overtaking.check(decidedWrite, conflicts);
                call.add(write);
                writes.add(write);
                marks.remove(write.after().id());
                kept.forEach(one -> conflicts.add(one.conflict(), one.entity(), one.notices()));
                yield outcome.of(write.after());
            }
            case Verdict.Park(var one, var outcome) -> {
                conflicts.add(one.conflict(), one.entity(), one.notices());
                call.park(one.entity().id());
                marks.put(one.entity().id(), EntityStatus.CONFLICT);
                yield outcome;
            }
            case Verdict.Nothing(var outcome) -> outcome;
        };
    }

    /// The entity stands otherwise, without a new revision.
    void mark(Entity standing) {
        marks.put(standing.id(), standing.status());
    }

    boolean isEmpty() {
        return writes.isEmpty() && marks.isEmpty();
    }

    /// Joins the caller's transaction. Appending to the feed and to the trail is the last thing it
    /// does, as that holds up all other writers.
    void write() {
        if (!writes.isEmpty()) {
            stores.entities().bump(writes);
        }
        if (!marks.isEmpty()) {
            stores.entities().mark(marks);
        }
        conflicts.flush(stores.conflicts(), stores.notices());
        var contested = conflicts.contested();
        stores.outbox().put(writes, contested);
        if (!writes.isEmpty()) {
            stores.log().append(writes.stream().map(EntityWrite::change).toList());
        }
        var entries = conflicts.entries();
        stores.conflictFeed().own(entries);
        entries.forEach(stores.trail()::note);
        if (!contested.isEmpty()) {
            AfterCommit.run(() -> contested.forEach(one -> stores.bus().publish(one.event())));
        }
    }
}
