package io.mergedesk.entities;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Where batches are kept. What a batch did is in the feed; here is what it is.
public interface BatchStore {

    /// Joins the caller's transaction.
    void add(Batch batch);

    Optional<Batch> find(BatchId id);

    /// The latest first.
    ///
    /// @param startedBy empty for everybody's
    List<Batch> latest(Optional<UserId> startedBy, int limit);

    /// Notes when these were last seen at work, unless they are finished. Joins the caller's
    /// transaction.
    void seen(Collection<BatchId> batches, Instant at);

    /// Replaces a batch, if it still is in the state expected. Joins the caller's transaction.
    ///
    /// @return whether it was
    boolean replace(Batch batch, BatchState expected);
}
