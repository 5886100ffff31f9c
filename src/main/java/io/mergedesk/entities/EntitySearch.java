package io.mergedesk.entities;

import io.mergedesk.common.Actor;

/// Finds entities, page by page, in bounded time however many there are.
public interface EntitySearch {

    /// One page of what the actor may see; deleted entities are never in it. Where little is found
    /// in a long search it holds fewer than asked for and a cursor to go on.
    EntityPage page(EntityType type, EntityQuery query, Actor actor);

    /// About how many entities of the type there are that are not deleted; may lag behind by a
    /// minute.
    long roughCount(EntityType type);
}
