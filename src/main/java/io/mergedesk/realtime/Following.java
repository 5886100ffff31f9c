package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/// One subscription on its way along the feed: each change once, in order.
final class Following {

    private static final int PAGE = 200;

    private final Interest interest;
    private Sequence place;
    private Sequence told;
    private boolean caughtUp;

    Following(Interest interest, Sequence after) {
        this.interest = interest;
        this.place = after;
        this.told = after;
    }

    Interest interest() {
        return interest;
    }

    /// Everything up to there was sent, as far as it was wanted.
    Sequence place() {
        return place;
    }

    /// Whether it has had all there was at some time: from then on it must keep up.
    boolean hasCaughtUp() {
        return caughtUp;
    }

    /// Sends the next changes, with the rights of the moment for each.
    ///
    /// @return whether there may be more
    boolean deliver(LiveFeed feed, Supplier<Optional<Actor>> reader, Outgoing out)
            throws IOException {
        var actor = reader.get();
        if (actor.isEmpty()) {
            return false;
        }
        var stretch = feed.after(place, PAGE, actor.get());
        for (var item : stretch.items()) {
            if (interest.wants(item.change())) {
                if (!reader.get().equals(actor)) {
                    return true;
                }
                out.event(item.frame(interest.ref()));
                told = item.sequence();
            }
            place = item.sequence();
        }
        boolean more = stretch.next().isAfter(place) || !stretch.items().isEmpty();
        place = stretch.next();
        caughtUp |= !more;
        return more;
    }

    /// Says where it is, where nothing else has said so.
    void tellPlace(Outgoing out) throws IOException {
        if (place.isAfter(told)) {
            out.send(Frames.at(interest.ref(), place));
            told = place;
        }
    }
}
