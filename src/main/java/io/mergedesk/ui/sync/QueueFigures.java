package io.mergedesk.ui.sync;

import io.mergedesk.common.Priority;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.TargetId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// How many jobs stand how, added up as the screen needs it.
record QueueFigures(List<Standing> standings) {

    QueueFigures {
        standings = List.copyOf(standings);
    }

    Map<JobState, Long> of(TargetId target) {
        return sum(one -> one.target().equals(target));
    }

    Map<JobState, Long> of(Priority lane) {
        return sum(one -> one.priority() == lane);
    }

    /// In the lane that is shown, or in all.
    Map<JobState, Long> of(Optional<Priority> lane) {
        return lane.map(this::of).orElseGet(() -> sum(_ -> true));
    }

    /// Jobs that are still to be delivered.
    static long open(Map<JobState, Long> counts) {
        return waiting(counts) + counts.getOrDefault(JobState.RUNNING, 0L);
    }

    /// Jobs that are not being delivered yet.
    static long waiting(Map<JobState, Long> counts) {
        return counts.getOrDefault(JobState.WAITING, 0L) + counts.getOrDefault(JobState.READY, 0L);
    }

    private Map<JobState, Long> sum(Predicate<Standing> wanted) {
        var sums = new EnumMap<JobState, Long>(JobState.class);
        standings.stream()
                .filter(wanted)
                .forEach(one -> sums.merge(one.state(), one.jobs(), Long::sum));
        return sums;
    }
}
