package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TeamId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The newest changes, in memory: everything after `floor`, up to and with `last`.
record RecentFeed(Sequence floor, Sequence last, List<FeedItem> items) {

    private static final int MOST = 2_000;

    RecentFeed {
        items = List.copyOf(items);
    }

    /// Nothing yet, from there on.
    static RecentFeed from(Sequence place) {
        return new RecentFeed(place, place, List.of());
    }

    /// The same and what came after it, without what is older than that.
    RecentFeed grown(List<FeedItem> more, Sequence newLast, Instant oldest) {
        var all = new ArrayList<>(items);
        all.addAll(more);
        int drop = Math.max(0, all.size() - MOST);
        while (drop < all.size() && all.get(drop).change().at().isBefore(oldest)) {
            drop++;
        }
        var newFloor = drop == 0 ? floor : all.get(drop - 1).sequence();
        return new RecentFeed(newFloor, newLast, all.subList(drop, all.size()));
    }

    void move(Map<EntityId, Optional<TeamId>> teams) {
        for (var item : items) {
            var team = teams.get(item.change().entity());
            if (team != null) {
                item.moveTo(team);
            }
        }
    }

    /// What the actor may see after that place; empty where it does not reach back so far.
    Optional<FeedStretch> after(Sequence place, int limit, Actor actor, Instant oldest) {
        if (!last.isAfter(place)) {
            return Optional.of(new FeedStretch(List.of(), place));
        }
        int from = indexAfter(place);
        boolean reaches =
                !floor.isAfter(place)
                        && (from == items.size()
                                || !items.get(from).change().at().isBefore(oldest));
        if (!reaches) {
            return Optional.empty();
        }
        int to = Math.min(items.size(), from + limit);
        var next = to == items.size() ? last : items.get(to - 1).sequence();
        return Optional.of(
                new FeedStretch(
                        items.subList(from, to).stream().filter(seenBy(actor)).toList(), next));
    }

    private static Predicate<FeedItem> seenBy(Actor actor) {
        return item -> item.isFor(actor);
    }

    private int indexAfter(Sequence place) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).sequence().isAfter(place)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
