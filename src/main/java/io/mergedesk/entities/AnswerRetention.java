package io.mergedesk.entities;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets once a day what was answered to requests with an idempotency key long ago.
final class AnswerRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerRetention.class);

    private final IdempotencyStore store;
    private final InstantSource clock;
    private final Duration kept;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("answer-retention").daemon().factory());

    /// @param kept how long an answer is remembered
    AnswerRetention(IdempotencyStore store, InstantSource clock, Duration kept) {
        if (kept.isNegative() || kept.isZero()) {
            throw new IllegalArgumentException(
                    "expected a retention of idempotency keys longer than nothing, got " + kept);
        }
        this.store = store;
        this.clock = clock;
        this.kept = kept;
    }

    AnswerRetention daily() {
        var _ = timer.scheduleWithFixedDelay(this::forget, 1, 24 * 60, TimeUnit.MINUTES);
        return this;
    }

    void forget() {
        try {
            int forgotten = store.forgetBefore(clock.instant().minus(kept));
            LOG.info("forgot {} answers that are older than {}", forgotten, kept);
        } catch (RuntimeException e) {
            // tomorrow is another day; without this the timer would stop for good
            LOG.warn("old answers could not be forgotten", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
