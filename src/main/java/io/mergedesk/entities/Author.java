package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.Origin;
import java.util.Optional;

/// Who edits, how the edit came in, and what it belongs to.
///
/// @param batch set where many edits were made as one
/// @param idempotencyKey chosen by the sender; the same key again is answered as the first time
public record Author(
        Actor actor, Origin origin, Optional<BatchId> batch, Optional<String> idempotencyKey) {

    public static Author of(Actor actor, Origin origin) {
        return new Author(actor, origin, Optional.empty(), Optional.empty());
    }

    public Author inBatch(BatchId newBatch) {
        return new Author(actor, origin, Optional.of(newBatch), idempotencyKey);
    }

    public Author withKey(String key) {
        return new Author(actor, origin, batch, Optional.of(key));
    }
}
