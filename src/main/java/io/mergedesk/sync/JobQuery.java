package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import java.util.Optional;

/// Which jobs to list, the newest first.
///
/// @param before only those older than this one
public record JobQuery(
        Optional<JobState> state,
        Optional<TargetId> target,
        Optional<EntityId> entity,
        Optional<JobId> before) {

    public static final JobQuery ALL =
            new JobQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
