package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.MergeStrategy;
import java.util.Optional;

/// Who edits, how the edit came in, what it belongs to, and what is done where it meets others.
///
/// @param batch set where many edits were made as one
/// @param idempotencyKey chosen by the sender; the same key again is answered as the first time
/// @param parks whether an edit that nobody but a person may decide is kept as a conflict;
///   otherwise nothing of it is kept, and its author is asked
/// @param strategy used instead of what the type and its fields say; only supervisors may ask for
///   another than `manual`
public record Author(
        Actor actor,
        Origin origin,
        Optional<BatchId> batch,
        Optional<String> idempotencyKey,
        boolean parks,
        Optional<MergeStrategy> strategy) {

    public static Author of(Actor actor, Origin origin) {
        return new Author(
                actor, origin, Optional.empty(), Optional.empty(), true, Optional.empty());
    }

    public Author inBatch(BatchId newBatch) {
        return new Author(actor, origin, Optional.of(newBatch), idempotencyKey, parks, strategy);
    }

    public Author withKey(String key) {
        return new Author(actor, origin, batch, Optional.of(key), parks, strategy);
    }

    public Author by(Origin newOrigin) {
        return new Author(actor, newOrigin, batch, idempotencyKey, parks, strategy);
    }

    /// Is there to decide, so that nothing has to be parked.
    public Author asking() {
        return new Author(actor, origin, batch, idempotencyKey, false, strategy);
    }

    public Author merging(MergeStrategy newStrategy) {
        return new Author(actor, origin, batch, idempotencyKey, parks, Optional.of(newStrategy));
    }
}
