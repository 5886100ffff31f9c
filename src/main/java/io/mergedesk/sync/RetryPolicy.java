package io.mergedesk.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a delivery that failed is tried again: exponential backoff with full jitter and a cap.
///
/// Full jitter draws the delay evenly from nothing to the exponential bound, so that many jobs that
/// failed together do not come back together. Source: Brooker, "Exponential Backoff And Jitter",
/// AWS Architecture Blog, 2015.
///
/// @param initialDelay bound of the first delay; doubles with each attempt
/// @param maxDelay bound of every delay
/// @param maxAttempts after so many a job is dead
public record RetryPolicy(Duration initialDelay, Duration maxDelay, int maxAttempts) {

    /// From 5 seconds up to 10 hours, about three days in all.
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofHours(10), 20);

    private static final int MOST_DOUBLINGS = 40;

    public RetryPolicy {
        if (initialDelay.isNegative() || initialDelay.isZero()) {
            throw new IllegalArgumentException("expected a first delay of more than nothing");
        }
        if (maxDelay.compareTo(initialDelay) < 0) {
            throw new IllegalArgumentException("expected the longest delay not below the first");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("expected at least one attempt");
        }
    }

    /// The longest the delay after that many failed attempts can be.
    ///
    /// @param failed 1 or more
    public Duration bound(int failed) {
        int doublings = Math.min(failed - 1, MOST_DOUBLINGS);
        double millis = initialDelay.toMillis() * Math.pow(2, doublings);
        return millis >= maxDelay.toMillis() ? maxDelay : Duration.ofMillis((long) millis);
    }

    /// The delay after that many failed attempts, drawn anew each time.
    public Duration delay(int failed, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(bound(failed).toMillis() + 1));
    }

    public boolean isOver(int failed) {
        return failed >= maxAttempts;
    }
}
