package io.mergedesk.sync;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What can be done with jobs, and with those in which states.
public enum JobWork {
    /// Deliver anew what is finished.
    RETRY,
    /// Change what was given up, and deliver it anew.
    CHANGE,
    /// Let go undelivered what was given up or waits.
    SKIP;

    public boolean fits(JobState state) {
        return switch (state) {
            case DEAD -> true;
            case DONE, SKIPPED -> this == RETRY;
            case WAITING, READY -> this == SKIP;
            case RUNNING -> false;
        };
    }

    /// Whether it can be done with all that is asked for; never where that is all there is,
    /// whatever its state.
    public boolean fits(JobQuery query) {
        return query.state().filter(this::fits).isPresent();
    }

    /// Which states are expected, such as `waiting, ready or dead`.
    public String expectation() {
        var names =
                Arrays.stream(JobState.values())
                        .filter(this::fits)
                        .map(JobState::wireName)
                        .toList();
        return names.size() == 1
                ? names.getFirst()
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "))
                        + " or "
                        + names.getLast();
    }
}
