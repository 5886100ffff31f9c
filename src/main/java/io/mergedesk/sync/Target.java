package io.mergedesk.sync;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// Where jobs go: another system, as an admin defined it.
///
/// @param problem why it was disabled, in words; empty unless it is
/// @param since the end of the feed when it was added: what comes later it is told
/// @param version counts the changes of its definition and state; what `If-Match` carries
public record Target(
        TargetId id,
        TargetDefinition definition,
        TargetState state,
        Optional<String> problem,
        Sequence since,
        int version,
        Instant createdAt,
        UserId createdBy) {

    /// Defined or standing otherwise; the version is the one that this was read at.
    Target with(TargetDefinition newDefinition, TargetState newState, Optional<String> newProblem) {
        return new Target(
                id, newDefinition, newState, newProblem, since, version, createdAt, createdBy);
    }

    public boolean isActive() {
        return state == TargetState.ACTIVE;
    }
}
