package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.EntityService;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/// The feed for those who follow it: what is new is read once for all of them and kept for a
/// minute, what is older each reads from the database. Everybody goes by sequence, so nobody misses
/// a change or sees one twice, wherever it comes from.
///
/// Team rights are looked at for each reader: of what is kept, as the entity's team was when the
/// newest change of it came.
public final class LiveFeed implements EventListener, AutoCloseable {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Actor ITSELF = new Actor(new UserId("realtime"), Role.ADMIN, Set.of());

    private final EntityService entities;
    private final EventEncoding encoding;
    private final InstantSource clock;
    private final FeedPulse pulse = new FeedPulse();
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
    private final Subscription subscription;
    private volatile RecentFeed recent;

    public LiveFeed(
            EntityService entities, EventBus bus, EventEncoding encoding, InstantSource clock) {
        this.entities = entities;
        this.encoding = encoding;
        this.clock = clock;
        this.recent = RecentFeed.from(entities.head());
        this.subscription = bus.subscribe(new Pattern("entity:*"), this);
    }

    /// What the actor may see after that place, oldest first; at most as many as the limit.
    public FeedStretch after(Sequence place, int limit, Actor actor) {
        return recent.after(place, limit, actor, oldest())
                .orElseGet(() -> stored(place, limit, actor));
    }

    /// The last change of this site, committed just now or not yet told to anybody.
    public Sequence head() {
        return entities.head();
    }

    /// The last change that readers are told.
    public Sequence told() {
        return recent.last();
    }

    /// Waits until there is something after that place, somebody wakes all, or the time is over.
    ///
    /// @return whether there is something
    public boolean awaitAfter(Sequence place, Duration longest) throws InterruptedException {
        return pulse.awaitAfter(place, longest);
    }

    /// Ends all waiting of now.
    public void wake() {
        pulse.wake();
    }

    /// @param grown called whenever there is something new; must not take long
    Subscription onGrowth(Runnable grown) {
        listeners.add(grown);
        return () -> listeners.remove(grown);
    }

    @Override
    public void on(List<Event> events) {
        var last = recent.last();
        var fresh = new ArrayList<Event.EntityChanged>();
        for (var event : events) {
            if (event instanceof Event.EntityChanged changed && changed.sequence().isAfter(last)) {
                fresh.add(changed);
            }
        }
        if (!fresh.isEmpty()) {
            grow(fresh);
        }
    }

    /// The next event shows by its sequence that some are missing.
    @Override
    public void refresh() {}

    private void grow(List<Event.EntityChanged> fresh) {
        var first = fresh.getFirst().sequence();
        var before = recent;
        if (!first.equals(before.last().next())) {
            before = RecentFeed.from(new Sequence(first.number() - 1));
        }
        var last = fresh.getLast().sequence();
        var teams = new HashMap<EntityId, Optional<TeamId>>();
        fresh.forEach(event -> teams.put(event.entity(), event.team()));
        int count = (int) (last.number() - before.last().number());
        var items = read(before.last(), count, last, teams);
        before.move(teams);
        recent = before.grown(items, last, oldest());
        pulse.grow(last);
        listeners.forEach(Runnable::run);
    }

    private List<FeedItem> read(
            Sequence after, int count, Sequence last, Map<EntityId, Optional<TeamId>> teams) {
        return entities.feed(after, count, ITSELF).changes().stream()
                .filter(change -> !change.sequence().isAfter(last))
                .map(change -> {
                    var team = teams.getOrDefault(change.entity(), Optional.empty());
                    return new FeedItem(change, team, encoding);
                })
                .toList();
    }

    private FeedStretch stored(Sequence place, int limit, Actor actor) {
        var page = entities.feed(place, limit, actor);
        return new FeedStretch(
                page.changes().stream()
                        .map(change -> new FeedItem(change, Optional.empty(), encoding))
                        .toList(),
                page.next());
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
