package io.mergedesk.audit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the trail by itself: signs, verifies the new rows every some minutes and all rows
/// once in a while, and forgets once a day.
final class IntegrityTimer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntegrityTimer.class);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("audit-integrity").daemon().factory());

    IntegrityTimer signing(CheckpointWriter writer) {
        repeat(writer::sign, LOOK, LOOK);
        return this;
    }

    IntegrityTimer verifying(AuditIntegrity integrity, Duration newRows, Duration allRows) {
        repeat(() -> integrity.verify(new Extent.Deep()), FIRST, allRows);
        repeat(() -> integrity.verify(new Extent.SinceLast()), FIRST.plus(newRows), newRows);
        return this;
    }

    IntegrityTimer erasing(Erasures erasures, Retention retention) {
        repeat(erasures::resume, FIRST, DAY);
        repeat(retention::apply, FIRST.multipliedBy(5), DAY);
        return this;
    }

    private void repeat(Runnable work, Duration first, Duration pause) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> quietly(work),
                        first.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /// Without this the timer would stop for good.
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("the audit trail could not be looked after: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
