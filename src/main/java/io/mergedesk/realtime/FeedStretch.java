package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.util.List;

/// A piece of the feed, and the place to go on from, which lies behind what was left out too.
public record FeedStretch(List<FeedItem> items, Sequence next) {

    public FeedStretch {
        items = List.copyOf(items);
    }
}
