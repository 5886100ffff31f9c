package io.mergedesk.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what workers did, many leases in one transaction, and again until it is written:
/// while the database is gone nothing is forgotten, and what it does not hear of in time is
/// delivered again.
final class Settler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final int MOST = 200;
    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final SyncQueue queue;
    private final UUID owner;
    private final HeldLeases held;
    private final Consumer<List<Settled>> written;
    private final BlockingQueue<Settled> done = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /// @param written told of what was still ours when it was written
    Settler(SyncQueue queue, UUID owner, HeldLeases held, Consumer<List<Settled>> written) {
        this.queue = queue;
        this.owner = owner;
        this.held = held;
        this.written = written;
        thread = Thread.ofPlatform().name("sync-settler").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(Settled settled) {
        done.add(settled);
    }

    private void run() {
        try {
            while (!closed || !done.isEmpty()) {
                var first = done.poll(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<>(List.of(first));
                    done.drainTo(batch, MOST - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException _) {
            LOG.info(
                    "{} deliveries are made again, as the queue was not told of them", done.size());
        }
    }

    private void write(List<Settled> batch) throws InterruptedException {
        while (true) {
            try {
                var kept = queue.settle(owner, batch);
                held.gaveBack(batch);
                written.accept(kept);
                return;
            } catch (RuntimeException e) {
                LOG.warn("the sync queue could not be written, trying again: {}", e.getMessage());
                Thread.sleep(AGAIN);
            }
        }
    }

    /// Writes down what is done, as far as a few seconds allow.
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
