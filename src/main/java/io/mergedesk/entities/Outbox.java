package io.mergedesk.entities;

import io.mergedesk.common.Revision;
import io.mergedesk.events.Event;
import java.util.List;

/// What other systems are to be told is put here, in the transaction that commits it: either both
/// are there afterwards or neither is.
public interface Outbox {

    /// Nobody is to be told.
    Outbox NONE = (_, _) -> {};

    /// Joins the transaction of the caller, which goes on to append the changes to the feed.
    ///
    /// @param writes what is written
    /// @param contested what is done to conflicts
    void put(List<EntityWrite> writes, List<Contested> contested);

    /// @param revision the one at which the entity stands
    record Contested(Event.ConflictChanged event, Revision revision) {}
}
