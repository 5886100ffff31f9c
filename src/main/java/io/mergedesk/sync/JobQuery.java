package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import java.util.Optional;

/// Which jobs to list, the newest first.
///
/// @param priority of the lane while a job is open, of its target once it is finished
/// @param before only those older than this one
public record JobQuery(
        Optional<JobState> state,
        Optional<TargetId> target,
        Optional<EntityId> entity,
        Optional<Priority> priority,
        Optional<JobId> before) {

    public static final JobQuery ALL =
            new JobQuery(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// Only those older than that one.
    public JobQuery before(JobId job) {
        return new JobQuery(state, target, entity, priority, Optional.of(job));
    }
}
