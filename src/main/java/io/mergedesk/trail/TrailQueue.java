package io.mergedesk.trail;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Notes what has no transaction of its own to be noted in, such as signing in: each entry in one,
/// in their order, by one thread.
///
/// Whoever hands an entry in waits for it to be stored, but not for long: a busy or broken trail
/// keeps nobody from signing in. What is not stored yet is tried again until it is. What does not
/// fit into the queue is counted, and the next entry says how many were lost.
public final class TrailQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TrailQueue.class);
    private static final int CAPACITY = 10_000;
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final Trail trail;
    private final TransactionOperations transactions;
    private final Duration patience;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    private record Waiting(TrailEntry entry, CompletableFuture<@Nullable Void> stored) {}

    /// @param patience how long whoever hands an entry in waits for it to be stored
    public TrailQueue(Trail trail, TransactionOperations transactions, Duration patience) {
        this.trail = trail;
        this.transactions = transactions;
        this.patience = patience;
        thread = Thread.ofPlatform().name("trail").daemon().start(this::run);
    }

    /// Notes it, and returns when it is stored or patience is over.
    public void note(TrailEntry entry) {
        try {
            handIn(entry).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.warn("{} is noted later, as the trail is busy", entry.action().wireName());
        } catch (ExecutionException e) {
            throw new IllegalStateException("expected an entry to be stored or waiting", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Notes it soon, without waiting.
    public void noteSoon(TrailEntry entry) {
        var _ = handIn(entry);
    }

    private CompletableFuture<@Nullable Void> handIn(TrailEntry entry) {
        var waiting = new Waiting(entry, new CompletableFuture<>());
        if (!queue.offer(waiting)) {
            LOG.error("{} is not noted: too many entries wait", entry.action().wireName());
            lost.incrementAndGet();
            waiting.stored().complete(null);
        }
        return waiting.stored();
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                var next = queue.poll(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                if (next != null) {
                    store(next);
                }
            }
        } catch (InterruptedException _) {
            LOG.warn("{} entries of the trail could not be stored", queue.size() + 1);
        }
    }

    private void store(Waiting next) throws InterruptedException {
        while (!isStored(next.entry())) {
            Thread.sleep(AGAIN);
        }
        next.stored().complete(null);
    }

    private boolean isStored(TrailEntry entry) {
        long missing = lost.get();
        var complete = missing == 0 ? entry : entry.with("lost before", missing);
        try {
            transactions.executeWithoutResult(_ -> trail.note(complete));
            lost.addAndGet(-missing);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("the trail could not be written, trying again: {}", e.getMessage());
            return false;
        }
    }

    /// Stores what waits, as far as a few seconds allow.
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(LAST_WAIT);
            thread.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
