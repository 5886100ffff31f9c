package io.mergedesk.entities;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Every committed change, in commit order, numbered without gaps and chained by hash.
public interface ChangeLog {

    /// Adds changes at the end, in their order; the last thing a transaction does, since it holds
    /// up all other writers.
    ///
    /// @return the same changes with their sequences
    List<Change> append(List<Change> changes);

    /// The last sequence that is committed.
    Sequence head();

    /// What was committed after that place, oldest first.
    List<Change> after(Sequence place, int limit);

    /// What happened to an entity after that revision, oldest first.
    List<Change> since(EntityId entity, Revision revision);

    /// What happened to an entity before that revision, newest first.
    List<Change> before(EntityId entity, Revision revision, int limit);

    /// The changes that made these revisions; those that are not there are left out.
    List<Change> of(Collection<Revised> revisions);

    /// What a batch did, newest first, before that place.
    List<Change> ofBatch(BatchId batch, Sequence before, int limit);

    /// The newest stored snapshot at or before that revision; empty when it must be rebuilt from
    /// the first.
    Optional<Snapshot> snapshot(EntityId entity, Revision revision);

    /// One revision of one entity.
    record Revised(EntityId entity, Revision revision) {}

    /// One place of the chain: the hash that covers this change and all before it; 32 bytes.
    Optional<byte[]> hashAt(Sequence place);
}
