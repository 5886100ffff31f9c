package io.mergedesk.entities;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.Sequence;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the feed as it grows and publishes each change on the bus, exactly once and in the order
/// of the sequence.
///
/// Woken after each commit of this node; looks by itself every half second for what other nodes
/// committed. After each look it lets commits gather for a moment, so that many writers cost few
/// looks and one writer waits for none. One thread reads, so events can never overtake each other
/// as commits do on their way back to the writers.
public final class ChangeFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final int BATCH = 500;

    private final ChangeLog log;
    private final EntityStore store;
    private final EventBus bus;
    private final Semaphore work = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private volatile Sequence published = Sequence.START;

    public ChangeFeed(ChangeLog log, EntityStore store, EventBus bus) {
        this.log = log;
        this.store = store;
        this.bus = bus;
        thread = Thread.ofPlatform().name("change-feed").daemon().unstarted(this::run);
    }

    /// Publishes what is committed from now on.
    public void start() {
        published = log.head();
        thread.start();
    }

    /// Something was committed.
    public void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /// The last change that is on the bus.
    public Sequence published() {
        return published;
    }

    private void run() {
        while (!closed) {
            try {
                work.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                publishAll();
                Thread.sleep(GATHER);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("the feed could not be read, trying again: {}", e.getMessage());
                }
            }
        }
    }

    private void publishAll() {
        List<Change> changes;
        do {
            changes = log.after(published, BATCH);
            var entities = store.findAll(changes.stream().map(Change::entity).distinct().toList());
            for (var change : changes) {
                var team =
                        java.util.Optional.ofNullable(entities.get(change.entity()))
                                .flatMap(Entity::team);
                bus.publish(
                        new Event.EntityChanged(
                                change.event(),
                                change.at(),
                                change.sequence(),
                                change.entity(),
                                change.type(),
                                change.revision(),
                                change.by(),
                                change.origin(),
                                Collections.unmodifiableSortedSet(
                                        new TreeSet<>(
                                                change.fields().stream()
                                                        .map(FieldChange::field)
                                                        .toList())),
                                team));
                published = change.sequence();
            }
        } while (changes.size() == BATCH);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
