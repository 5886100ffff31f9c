package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.events.Event;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What other systems are to be told is put here, in the transaction that commits it: either both
/// are there afterwards or neither is.
public interface Outbox {

    /// Nobody is to be told.
    Outbox NONE =
            new Outbox() {
                @Override
                public void put(List<EntityWrite> writes, List<Contested> contested) {}

                @Override
                public Set<EntityId> pending(Collection<EntityId> entities) {
                    return Set.of();
                }
            };

    /// Joins the transaction of the caller, which goes on to append the changes to the feed.
    ///
    /// @param writes what is written
    /// @param contested what is done to conflicts
    void put(List<EntityWrite> writes, List<Contested> contested);

    /// Which of these entities somebody is still to be told of.
    Set<EntityId> pending(Collection<EntityId> entities);

    /// @param revision the one at which the entity stands
    record Contested(Event.ConflictChanged event, Revision revision) {}
}
