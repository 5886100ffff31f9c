package io.mergedesk.entities;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.events.EventName;
import java.util.Optional;

/// Rebuilds any revision of an entity from the nearest snapshot before it and the changes in
/// between.
final class History {

    private final EntityStore store;
    private final ChangeLog log;

    History(EntityStore store, ChangeLog log) {
        this.store = store;
        this.log = log;
    }

    /// The entity as it was at that revision; empty when there was no such revision.
    Optional<Entity> at(EntityId id, Revision revision) {
        return store.find(id).flatMap(current -> at(current, revision));
    }

    Optional<Entity> at(Entity current, Revision revision) {
        if (revision.equals(current.revision())) {
            return Optional.of(current);
        }
        if (revision.equals(Revision.NONE) || current.revision().isBefore(revision)) {
            return Optional.empty();
        }
        var snapshot =
                log.snapshot(current.id(), revision)
                        .orElse(new Snapshot(Revision.NONE, FieldValues.NONE));
        // the change that made the revision itself is needed for its author and clock, even where
        // the snapshot has its values
        var from =
                snapshot.revision().equals(revision)
                        ? new Revision(revision.number() - 1)
                        : snapshot.revision();
        var values = snapshot.values();
        for (var change : log.since(current.id(), from)) {
            if (snapshot.revision().isBefore(change.revision())) {
                values = Diff.apply(values, change.fields());
            }
            if (change.revision().equals(revision)) {
                return Optional.of(asOf(current, change, values));
            }
        }
        return Optional.empty();
    }

    private static Entity asOf(Entity current, Change change, FieldValues values) {
        return new Entity(
                current.id(),
                current.type(),
                new Version(change.revision(), change.vector(), change.time()),
                values,
                EntityStatus.SYNCED,
                change.event() == EventName.ENTITY_DELETED,
                current.createdAt(),
                current.createdBy(),
                change.by());
    }
}
