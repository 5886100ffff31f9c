package io.mergedesk.realtime;

import io.mergedesk.common.Subscription;
import io.mergedesk.common.UserId;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;

/// The clients that are connected to this node; each has a virtual thread of its own, so that one
/// that reads slowly holds up nobody.
public final class Gateway implements EventListener, AutoCloseable {

    private record Key(UserId person, ClientId client) {}

    private final LiveFeed feed;
    private final EventEncoding encoding;
    private final RealtimeLimits limits;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();
    private final Map<Key, Client> clients = new ConcurrentHashMap<>();
    private final LongAdder sentToGone = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final Subscription growth;
    private final List<Subscription> events;
    private volatile boolean closed;

    public Gateway(
            LiveFeed feed,
            EventBus bus,
            EventEncoding encoding,
            RealtimeLimits limits,
            InstantSource clock) {
        this.feed = feed;
        this.encoding = encoding;
        this.limits = limits;
        this.clock = clock;
        this.growth = feed.onGrowth(this::wake);
        this.events =
                List.of(
                        bus.subscribe(new Pattern("sync:*"), this),
                        bus.subscribe(new Pattern("network:*"), this));
    }

    public RealtimeLimits limits() {
        return limits;
    }

    /// Whether one more of that person has room, so that it can be refused before it is connected;
    /// one that takes the place of another has.
    public Optional<Full> full(UserId person, Optional<ClientId> client) {
        if (!closed && client.filter(id -> clients.containsKey(new Key(person, id))).isPresent()) {
            return Optional.empty();
        }
        if (closed || clients.size() >= limits.clients()) {
            return Optional.of(
                    new Full(
                            "Too many clients: expected at most "
                                    + limits.clients()
                                    + " on this server."));
        }
        long own = clients.keySet().stream().filter(key -> key.person().equals(person)).count();
        return own >= limits.clientsOfOnePerson()
                ? Optional.of(
                        new Full(
                                "Too many clients: expected at most "
                                        + limits.clientsOfOnePerson()
                                        + " of one person."))
                : Optional.empty();
    }

    /// Serves a client until the end. One of the same person and id that is connected already is
    /// replaced: its program has lost it and does not know yet.
    public Client connect(Visitor visitor, Line line) {
        var id = visitor.client().orElseGet(() -> ClientId.random(random));
        var client = new Client(id, visitor, line, feed, encoding, limits, clock);
        var key = new Key(visitor.person(), id);
        var before = clients.put(key, client);
        if (before != null) {
            before.close(CloseReason.REPLACED);
        }
        Thread.ofVirtual().name("client-" + id).start(() -> serve(key, client));
        return client;
    }

    private void serve(Key key, Client client) {
        try {
            if (client.run() == CloseReason.BEHIND) {
                cut.increment();
            }
        } finally {
            clients.remove(key, client);
            sentToGone.add(client.sent());
        }
    }

    /// How all clients are, the longest connected first.
    public List<ClientHealth> health() {
        return clients.values().stream()
                .map(Client::health)
                .sorted(Comparator.comparing(ClientHealth::since))
                .toList();
    }

    /// @return whether there was such a client
    public boolean close(UserId person, ClientId id) {
        var client = Optional.ofNullable(clients.get(new Key(person, id)));
        client.ifPresent(one -> one.close(CloseReason.CLOSED_BY_ADMIN));
        return client.isPresent();
    }

    public GatewayFigures figures() {
        long sent = sentToGone.sum() + clients.values().stream().mapToLong(Client::sent).sum();
        return new GatewayFigures(clients.size(), sent, cut.sum());
    }

    /// Lets all clients look again whether they still may, at once.
    public void wake() {
        clients.values().forEach(Client::wake);
    }

    @Override
    public void on(List<Event> happened) {
        for (var event : happened) {
            clients.values().forEach(client -> client.tell(event));
        }
    }

    /// Some events were dropped: those that want them come back, and know that they missed some.
    @Override
    public void refresh() {
        clients.values().stream()
                .filter(Client::wantsMoreThanChanges)
                .forEach(client -> client.close(CloseReason.BEHIND));
    }

    /// Clients go on at another node, or here when it is back.
    @Override
    public void close() {
        closed = true;
        growth.close();
        events.forEach(Subscription::close);
        clients.values().forEach(client -> client.close(CloseReason.GOING_AWAY));
    }
}
