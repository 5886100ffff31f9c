package io.mergedesk.realtime;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the links that are stored and not paused; looks now and then for what another node did to
/// them.
final class LinkKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final LinkWork work;
    private final LinkMachine machine;
    private final InstantSource clock;
    private final Map<LinkId, LinkRunner> runners = new ConcurrentHashMap<>();
    private final Semaphore nudge = new Semaphore(0);
    private final Object looking = new Object();
    private volatile boolean closed;

    LinkKeeper(LinkWork work, LinkMachine machine, InstantSource clock) {
        this.work = work;
        this.machine = machine;
        this.clock = clock;
    }

    LinkKeeper start() {
        Thread.ofVirtual().name("link-keeper").start(this::run);
        return this;
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    look();
                } catch (RuntimeException e) {
                    LOG.warn("the links could not be read, trying again: {}", e.getMessage());
                }
                nudge.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts and stops what is to be. Whoever closes does not wait for a database that is gone.
    void look() {
        synchronized (looking) {
            if (!closed) {
                keep(work.store().all());
            }
        }
    }

    private synchronized void keep(List<Link> stored) {
        if (closed) {
            return;
        }
        var wanted = new HashSet<LinkId>();
        for (var link : stored) {
            if (!link.paused()) {
                wanted.add(link.id());
                runners.computeIfAbsent(
                        link.id(), _ -> new LinkRunner(link, work, machine, clock).start());
            }
        }
        runners.entrySet()
                .removeIf(entry -> {
                    boolean unwanted = !wanted.contains(entry.getKey());
                    if (unwanted) {
                        entry.getValue().stop();
                    }
                    return unwanted;
                });
    }

    void nudge(LinkId link) {
        Optional.ofNullable(runners.get(link)).ifPresent(LinkRunner::nudge);
    }

    LinkHealth health(Link stored) {
        return Optional.ofNullable(runners.get(stored.id()))
                .map(runner -> runner.health().of(stored))
                .orElseGet(() ->
                        new LinkHealth(
                                stored,
                                false,
                                new LinkState.Closed(stored.paused() ? "paused" : "not begun"),
                                Optional.empty(),
                                Optional.empty(),
                                0));
    }

    @Override
    public synchronized void close() {
        closed = true;
        nudge.release();
        runners.values().forEach(LinkRunner::stop);
        runners.clear();
    }
}
