package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.events.Event;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What one client is told; its own thread changes it, others may look.
final class Subscriptions {

    private final RealtimeLimits limits;
    private final LiveFeed feed;
    private volatile Map<String, Following> byRef = Map.of();

    Subscriptions(RealtimeLimits limits, LiveFeed feed) {
        this.limits = limits;
        this.feed = feed;
    }

    /// @return the answer
    String add(Request.Subscribe request, Actor actor) {
        var interest = request.interest();
        var head = feed.head();
        var after = request.after().orElse(head);
        var refused = refusal(interest, after, head, actor);
        if (refused.isPresent()) {
            return Frames.error(refused.get());
        }
        put(interest.ref(), new Following(interest, after));
        return Frames.subscribed(interest.ref(), after);
    }

    private Optional<Request.Wrong> refusal(
            Interest interest, Sequence after, Sequence head, Actor actor) {
        var ref = interest.ref();
        if (byRef.containsKey(ref)) {
            return wrong(ref, "ref", "expected a name that is not in use: unsubscribe it first");
        }
        if (byRef.size() >= limits.subscriptions()) {
            return wrong(
                    ref,
                    "ref",
                    "expected at most " + limits.subscriptions() + " subscriptions of one client");
        }
        if (after.isAfter(head)) {
            return wrong(
                    ref, "after", "expected a sequence from 0 to " + head.number() + ", the last");
        }
        return interest.events().stream()
                .filter(pattern -> !EventRights.mayAskFor(pattern, actor))
                .findFirst()
                .flatMap(
                        pattern -> wrong(ref, "events", "expected an admin for " + pattern.text()));
    }

    private static Optional<Request.Wrong> wrong(String ref, String field, String expected) {
        return Optional.of(new Request.Wrong(ref, field, field + ": " + expected));
    }

    /// @return the answer
    String remove(String ref) {
        if (!byRef.containsKey(ref)) {
            return Frames.error(
                    new Request.Wrong(ref, "ref", "ref: expected the name of a subscription"));
        }
        var rest = new LinkedHashMap<>(byRef);
        rest.remove(ref);
        byRef = rest;
        return Frames.unsubscribed(ref);
    }

    private void put(String ref, Following following) {
        var all = new LinkedHashMap<>(byRef);
        all.put(ref, following);
        byRef = all;
    }

    /// @return whether there may be more
    boolean deliver(Supplier<Optional<Actor>> reader, Outgoing out) throws IOException {
        boolean more = false;
        for (var following : byRef.values()) {
            more |= following.deliver(feed, reader, out);
        }
        return more;
    }

    void deliver(Event event, String data, Outgoing out) throws IOException {
        for (var following : byRef.values()) {
            if (following.interest().wants(event)) {
                out.event(Frames.event(following.interest().ref(), event.name(), data));
            }
        }
    }

    void tellPlaces(Outgoing out) throws IOException {
        for (var following : byRef.values()) {
            following.tellPlace(out);
        }
    }

    boolean wants(Event event) {
        return byRef.values().stream().anyMatch(one -> one.interest().wants(event));
    }

    boolean wantMoreThanChanges() {
        return byRef.values().stream().anyMatch(one -> one.interest().isMoreThanChanges());
    }

    /// From where the client goes on so that it misses nothing.
    Sequence place() {
        return byRef.values().stream()
                .map(Following::place)
                .min(Comparator.naturalOrder())
                .orElse(feed.told());
    }

    long backlog() {
        return Math.max(0, feed.told().number() - place().number());
    }

    /// Whether one that had everything is too far behind.
    boolean isTooFarBehind() {
        return byRef.values().stream()
                .filter(Following::hasCaughtUp)
                .anyMatch(one -> feed.told().number() - one.place().number() > limits.backlog());
    }

    List<String> words() {
        return byRef.values().stream().map(one -> one.interest().words()).toList();
    }
}
