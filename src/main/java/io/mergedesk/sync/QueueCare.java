package io.mergedesk.sync;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the queue tidy while this node lives: prolongs its leases and frees those of nodes that
/// died, fills the gaps of new targets, and deletes what was finished long ago.
final class QueueCare implements AutoCloseable {

    /// How often leases are prolonged.
    static final Duration RENEW = Duration.ofSeconds(4);

    private static final Logger LOG = LoggerFactory.getLogger(QueueCare.class);
    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofSeconds(30);
    private static final int TIDY_AT_ONCE = 1_000;

    private final SyncQueue queue;
    private final Targets targets;
    private final UUID owner;
    private final HeldLeases held;
    private final Consumer<Target> gaps;
    private final Runnable wake;
    private final InstantSource clock;
    private final Duration keep;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sync-care").daemon().factory());

    /// @param owner of this node's leases
    /// @param gaps queues what a new target has missed
    /// @param wake called where there may be something to deliver
    /// @param keep how long finished jobs are kept
    QueueCare(
            SyncQueue queue,
            Targets targets,
            UUID owner,
            HeldLeases held,
            Consumer<Target> gaps,
            Runnable wake,
            InstantSource clock,
            Duration keep) {
        this.queue = queue;
        this.targets = targets;
        this.owner = owner;
        this.held = held;
        this.gaps = gaps;
        this.wake = wake;
        this.clock = clock;
        this.keep = keep;
    }

    void start() {
        every(RENEW, this::keepLeases);
        every(TIDY, this::tidy);
    }

    /// Does something now and then; what fails is tried again the next time.
    void every(Duration time, Runnable task) {
        var _ =
                timer.scheduleWithFixedDelay(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException e) {
                                LOG.warn(
                                        "the sync queue could not be cared for, trying again: {}",
                                        e.getMessage());
                            }
                        },
                        time.toMillis(),
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void keepLeases() {
        queue.renew(owner, held.lanes(), Dispatcher.LEASE);
        var young = clock.instant().minus(YOUNG);
        targets.all().stream().filter(target -> target.createdAt().isAfter(young)).forEach(gaps);
        if (queue.freeExpired() > 0) {
            wake.run();
        }
    }

    private void tidy() {
        int deleted;
        do {
            deleted = queue.clean(keep, TIDY_AT_ONCE);
        } while (deleted == TIDY_AT_ONCE);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
