package io.mergedesk.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// Whether a target is spoken to. After some deliveries in a row to which nobody answered, or which
/// the other side could not handle, the circuit opens and nothing is sent; after a while one
/// delivery tries, and either closes it or opens it for longer. Source: Nygard, "Release It!",
/// 2007, chapter 5.2.
///
/// Guarded by itself; the time is given to it.
final class Circuit {

    static final int TOLERATED = 5;

    private static final RetryPolicy REST =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 1);

    private final RandomGenerator random;
    private int failures;
    private int opened;
    private Instant restUntil = Instant.MIN;
    private boolean trying;

    /// What a circuit does.
    enum State {
        /// Everything is sent.
        CLOSED,
        /// Nothing is sent.
        OPEN,
        /// One delivery may try.
        HALF_OPEN
    }

    Circuit(RandomGenerator random) {
        this.random = random;
    }

    synchronized State state(Instant now) {
        if (opened == 0) {
            return State.CLOSED;
        }
        return now.isBefore(restUntil) || trying ? State.OPEN : State.HALF_OPEN;
    }

    /// How many deliveries may start now.
    synchronized int room(Instant now, int most) {
        return switch (state(now)) {
            case CLOSED -> most;
            case HALF_OPEN -> Math.min(1, most);
            case OPEN -> 0;
        };
    }

    /// When one may try; empty circuits are never asked.
    synchronized Instant nextTry() {
        return restUntil;
    }

    /// Some are under way.
    synchronized void started(Instant now) {
        if (opened > 0 && !now.isBefore(restUntil)) {
            trying = true;
        }
    }

    /// Somebody answered.
    ///
    /// @return whether it was open
    synchronized boolean succeed() {
        boolean wasOpen = opened > 0;
        failures = 0;
        opened = 0;
        trying = false;
        restUntil = Instant.MIN;
        return wasOpen;
    }

    /// Nobody answered, or the other side is broken.
    ///
    /// @return whether that opened it
    synchronized boolean fail(Instant now) {
        failures++;
        boolean first = opened == 0 && failures >= TOLERATED;
        if (first || trying) {
            opened++;
            trying = false;
            var bound = REST.bound(opened);
            restUntil = now.plus(bound.dividedBy(2)).plus(REST.delay(opened, random).dividedBy(2));
        }
        return first;
    }

    /// Nothing came of the attempt to try: the next may.
    synchronized void release() {
        trying = false;
    }
}
