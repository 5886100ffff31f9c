package io.mergedesk.sync;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// Where jobs go: another system, as an admin defined it.
///
/// @param problem why it was disabled, in words; empty unless it is
/// @param version counts the changes of its definition and state; what `If-Match` carries
public record Target(
        TargetId id,
        TargetDefinition definition,
        TargetState state,
        Optional<String> problem,
        int version,
        Instant createdAt,
        UserId createdBy) {

    public boolean isActive() {
        return state == TargetState.ACTIVE;
    }
}
