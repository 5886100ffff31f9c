package io.mergedesk.realtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether one client is there, and how far away: it is asked now and then, and whatever comes from
/// it counts.
final class Heartbeat {

    private final RealtimeLimits limits;
    private Instant seen;
    private Instant asked;
    private long number;
    private Optional<Duration> latency = Optional.empty();

    Heartbeat(RealtimeLimits limits, Instant now) {
        this.limits = limits;
        this.seen = now;
        this.asked = now.minus(limits.heartbeat());
    }

    /// Something came from the client.
    synchronized void seen(Instant now) {
        seen = now;
    }

    /// The client answered the ping of that mark; an older one tells nothing any more.
    synchronized void answered(String mark, Instant now) {
        seen = now;
        if (mark.equals(Long.toString(number))) {
            latency = Optional.of(Duration.between(asked, now));
        }
    }

    synchronized boolean isDue(Instant now) {
        return !now.isBefore(asked.plus(limits.heartbeat()));
    }

    /// @return the mark of the ping to send now
    synchronized String ask(Instant now) {
        asked = now;
        return Long.toString(++number);
    }

    synchronized boolean isSilent(Instant now) {
        return seen.plus(limits.longestSilence()).isBefore(now);
    }

    synchronized Instant lastSeen() {
        return seen;
    }

    synchronized Optional<Duration> latency() {
        return latency;
    }
}
