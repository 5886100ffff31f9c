package io.mergedesk.realtime;

import io.mergedesk.sync.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// How a link goes from one state to the next: exponential backoff with full jitter, up to a
/// minute; one that stayed up for half a minute begins anew.
record LinkMachine(InstantSource clock, RandomGenerator random) {

    static final RetryPolicy BACKOFF =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), Integer.MAX_VALUE);
    static final Duration STEADY = Duration.ofSeconds(30);

    LinkState after(LinkState state, LinkSignal signal) {
        return switch (signal) {
            case LinkSignal.Wanted _ -> wanted(state);
            case LinkSignal.Opened _ -> opened(state);
            case LinkSignal.Lost(var problem) -> lost(state, problem);
            case LinkSignal.Unwanted(var why) -> new LinkState.Closed(why);
        };
    }

    private LinkState wanted(LinkState state) {
        return switch (state) {
            case LinkState.Closed _ -> new LinkState.Connecting(clock.instant(), 0);
            case LinkState.Resting(_, var failed, _) ->
                    new LinkState.Connecting(clock.instant(), failed);
            case LinkState.Connecting _, LinkState.Live _ -> state;
        };
    }

    private LinkState opened(LinkState state) {
        return state instanceof LinkState.Connecting(_, var failed)
                ? new LinkState.Live(clock.instant(), failed)
                : state;
    }

    private LinkState lost(LinkState state, String problem) {
        return switch (state) {
            case LinkState.Connecting(_, var failed) -> resting(failed + 1, problem);
            case LinkState.Live(var since, var failed) -> {
                boolean steady = !clock.instant().isBefore(since.plus(STEADY));
                yield resting(steady ? 1 : failed + 1, problem);
            }
            case LinkState.Resting _, LinkState.Closed _ -> state;
        };
    }

    private LinkState resting(int failed, String problem) {
        var until = clock.instant().plus(BACKOFF.delay(failed, random));
        return new LinkState.Resting(until, failed, problem);
    }
}
