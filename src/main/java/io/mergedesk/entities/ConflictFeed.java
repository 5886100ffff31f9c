package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Sequence;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.events.Event;
import io.mergedesk.events.Event.ConflictChanged.What;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes what other nodes did to conflicts, as the trail tells of it: parked, joined without
/// asking, settled, waiting again, noted something about.
///
/// What this node did is on its bus right after the commit, and is passed over here, so that nobody
/// hears it twice. Looks every half second. Of whoever is told, only the author is known here, and
/// of a note the assignee.
public final class ConflictFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConflictFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int BATCH = 500;
    private static final int MOST_OWN = 100_000;

    private final Trail trail;
    private final ConflictStore conflicts;
    private final EntityStore entities;
    private final EventBus bus;
    private final Thread thread;
    private final Map<Done, Boolean> own = new LinkedHashMap<>();
    private volatile boolean closed;
    private volatile Sequence read = Sequence.START;

    public ConflictFeed(Trail trail, ConflictStore conflicts, EntityStore entities, EventBus bus) {
        this.trail = trail;
        this.conflicts = conflicts;
        this.entities = entities;
        this.bus = bus;
        thread = Thread.ofPlatform().name("conflict-feed").daemon().unstarted(this::run);
    }

    /// What is done to conflicts is known by what, to which and when: the place in the trail is
    /// only certain once it is committed.
    private record Done(TrailAction action, ConflictId conflict, Instant at) {

        private static Optional<Done> of(TrailEntry entry) {
            return entry.conflict().map(id -> new Done(entry.action(), id, entry.at()));
        }
    }

    /// Publishes what others commit from now on.
    public void start() {
        read = trail.head();
        thread.start();
    }

    /// Up to where the trail was looked at.
    public Sequence read() {
        return read;
    }

    /// This node is about to commit these, and publishes them itself.
    public void own(Collection<TrailEntry> entries) {
        synchronized (own) {
            entries.forEach(entry -> Done.of(entry).ifPresent(done -> own.put(done, true)));
            // what was rolled back never comes by to be taken out again
            var oldest = own.keySet().iterator();
            while (own.size() > MOST_OWN) {
                oldest.next();
                oldest.remove();
            }
        }
    }

    private boolean isOwn(TrailEntry entry) {
        synchronized (own) {
            return Done.of(entry).map(done -> own.remove(done) != null).orElse(false);
        }
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(POLL);
                publishAll();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("the trail could not be read, trying again: {}", e.getMessage());
                }
            }
        }
    }

    private void publishAll() {
        int count;
        do {
            var entries = trail.after(read, BATCH);
            for (var entry : entries) {
                publish(entry);
                read = entry.sequence();
            }
            count = entries.size();
        } while (count == BATCH);
    }

    private void publish(TrailEntry entry) {
        what(entry.action())
                .filter(_ -> !isOwn(entry))
                .flatMap(what ->
                        entry.conflict()
                                .flatMap(conflicts::find)
                                .map(conflict -> event(what, conflict, entry)))
                .ifPresent(bus::publish);
    }

    private Event event(What what, Conflict conflict, TrailEntry entry) {
        var author = conflict.edit().by();
        return new Event.ConflictChanged(
                entry.at(),
                what,
                conflict.id(),
                conflict.entity(),
                conflict.type(),
                author,
                entry.by().orElse(author),
                what == What.HANDLED
                        ? conflict.handling().assignee().map(Set::of).orElse(Set.of())
                        : Set.of(author),
                entities.find(conflict.entity()).flatMap(Entity::team));
    }

    private static Optional<What> what(TrailAction action) {
        return switch (action) {
            case CONFLICT_PARKED -> Optional.of(What.PARKED);
            case CONFLICT_MERGED -> Optional.of(What.MERGED);
            case CONFLICT_HANDLED -> Optional.of(What.HANDLED);
            case CONFLICT_RESOLVED, CONFLICT_OVERRIDDEN -> Optional.of(What.SETTLED);
            case CONFLICT_REOPENED -> Optional.of(What.REOPENED);
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
