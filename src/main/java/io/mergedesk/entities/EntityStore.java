package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import io.mergedesk.conflicts.VersionVector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where entities are kept, with their versions: get, compare, bump.
///
/// Deleted entities stay in it, marked. Everything but [#find] and [#findAll] joins the transaction
/// of its caller and refuses to run without one.
public interface EntityStore {

    Optional<Entity> find(EntityId id);

    /// Those of them that are there.
    Map<EntityId, Entity> findAll(Collection<EntityId> ids);

    /// Reads entities for writing: until the transaction ends, nobody else gets the same ones.
    /// Locks in the order of the ids.
    Map<EntityId, Entity> lock(Collection<EntityId> ids);

    /// Where the entity stands; empty when it is not there.
    default Optional<Version> version(EntityId id) {
        return find(id).map(Entity::version);
    }

    /// How what somebody has seen of an entity stands to what is stored; an entity that is not
    /// there has seen nothing.
    default VersionVector.Order compare(EntityId id, VersionVector seen) {
        return seen.compareWith(version(id).orElse(Version.NONE).vector());
    }

    /// Replaces each entity by the one after it, if it still stands at the revision before; adds
    /// new ones; keeps index keys, unique keys and snapshots in step.
    ///
    /// @throws org.springframework.dao.ConcurrencyFailureException when one of them has moved on:
    ///   nothing may be committed
    void bump(List<EntityWrite> writes);

    /// Marks how entities stand, without a new revision. Their rows are locked by the caller.
    void mark(Map<EntityId, EntityStatus> statuses);

    /// Which entity holds each of these unique values; values nobody holds are left out.
    Map<UniqueKey, EntityId> ownersOf(Collection<UniqueKey> keys);
}
