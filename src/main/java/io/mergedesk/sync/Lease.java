package io.mergedesk.sync;

import io.mergedesk.common.Priority;
import java.util.List;
import java.util.Optional;

/// A lane that somebody may deliver for a while, with its first jobs in their order.
///
/// @param fence more each time the lane is leased, also where it ended and began anew: whoever
///   holds an older one is told that it came too late
/// @param untold those given up as the other system's record had changed, where it is still to be
///   told what came of it
/// @param etag what the other system last answered for this entity
public record Lease(
        LaneKey lane,
        Priority priority,
        long fence,
        List<Job> jobs,
        List<Job> untold,
        Optional<String> etag) {

    public Lease {
        jobs = List.copyOf(jobs);
        untold = List.copyOf(untold);
    }
}
