package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Change;
import io.mergedesk.events.EventName;
import java.time.Instant;
import java.util.Optional;

/// One delivery to make: one change of one entity, for one target. What is sent is not kept in it
/// but read from the history when it is sent.
///
/// @param revision the one that the change made
/// @param conflict which conflict, where `event` is `sync:conflict`
/// @param attempts made so far
/// @param problem what came of the last attempt, in words; empty when none failed
/// @param body what an admin wrote in place of what would be sent
public record Job(
        JobId id,
        TargetId target,
        EntityId entity,
        TypeName type,
        Revision revision,
        EventName event,
        Optional<ConflictId> conflict,
        int attempts,
        Instant createdAt,
        Optional<String> problem,
        Optional<String> body) {

    /// To tell a target of a change, not tried yet.
    public static Job of(JobId id, TargetId target, Change change, Instant now) {
        return new Job(
                id,
                target,
                change.entity(),
                change.type(),
                change.revision(),
                change.event(),
                Optional.empty(),
                0,
                now,
                Optional.empty(),
                Optional.empty());
    }

    /// The lane it goes through.
    public LaneKey lane() {
        return new LaneKey(target, entity);
    }

    /// After so many attempts.
    public Job tried(int made, Optional<String> newProblem) {
        return new Job(
                id,
                target,
                entity,
                type,
                revision,
                event,
                conflict,
                made,
                createdAt,
                newProblem,
                body);
    }
}
