package io.mergedesk.entities;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Notes every few seconds that the batches of this process are at work, however long one step of
/// them takes. When the process dies, they fall silent.
public final class BatchPulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchPulse.class);

    private record Work(BatchId batch, Object mark) {}

    private final BatchStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Set<Work> working = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("batch-pulse").daemon().factory());

    BatchPulse(BatchStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    BatchPulse every(Duration pause) {
        var _ =
                timer.scheduleWithFixedDelay(
                        this::beat, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /// The batch is at work until this is closed, however that comes about.
    Subscription of(BatchId batch) {
        var work = new Work(batch, new Object());
        working.add(work);
        return () -> working.remove(work);
    }

    /// Notes it now, for each of them.
    public void beat() {
        var batches = working.stream().map(Work::batch).collect(Collectors.toSet());
        if (batches.isEmpty()) {
            return;
        }
        try {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            transactions.executeWithoutResult(_ -> store.seen(batches, now));
        } catch (RuntimeException e) {
            // the next beat may reach the database again; without one the timer would stop for good
            LOG.warn("it could not be noted that {} batches are at work", batches.size(), e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
