package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/// Remembers what was answered to a request with a key, so that the same request again changes
/// nothing.
public interface IdempotencyStore {

    /// What was done for a key: the request by its hash (hex), and what came of it.
    ///
    /// @param parked the conflict that keeps the edit; empty where it was written
    record Answer(
            String requestHash,
            EntityId entity,
            Revision revision,
            SortedMap<FieldName, UserId> merged,
            Optional<ConflictId> parked) {}

    Optional<Answer> find(UserId author, String key);

    /// Joins the caller's transaction.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when another request with that key was
    ///   faster
    void add(UserId author, String key, Answer answer, Instant at);

    /// Forgets what was answered before that time.
    int forgetBefore(Instant time);
}
