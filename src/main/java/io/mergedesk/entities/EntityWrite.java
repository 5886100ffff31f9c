package io.mergedesk.entities;

import java.util.Optional;

/// One entity on its way into a store: what was locked, what replaces it, and the change that says
/// so.
///
/// @param before empty where the entity is new
/// @param change not yet in the feed: its sequence is [io.mergedesk.common.Sequence#START]
public record EntityWrite(EntityType type, Optional<Entity> before, Entity after, Change change) {

    /// The same write, after which the entity stands otherwise.
    EntityWrite standing(EntityStatus status) {
        return new EntityWrite(type, before, after.standing(status), change);
    }
}
