package io.mergedesk.entities;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where conflicts are kept, open and settled ones. Whoever changes one holds the lock of its
/// entity.
public interface ConflictStore {

    Optional<Conflict> find(ConflictId id);

    /// The open conflicts of each of these entities, the oldest first; entities without any are
    /// left out.
    Map<EntityId, List<Conflict>> openOf(Collection<EntityId> entities);

    /// The conflict that was settled by making that revision; empty when the revision was no
    /// settlement.
    Optional<Conflict> settledBy(EntityId entity, Revision made);

    /// What was settled in one batch.
    List<Conflict> ofBatch(BatchId batch);

    /// Joins the caller's transaction.
    void add(List<Conflict> conflicts);

    /// Replaces conflicts that still stand at the version before. Joins the caller's transaction.
    ///
    /// @throws org.springframework.dao.ConcurrencyFailureException when one of them was changed
    ///   meanwhile: nothing may be committed
    void replace(List<Conflict> conflicts);
}
