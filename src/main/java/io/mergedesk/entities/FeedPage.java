package io.mergedesk.entities;

import io.mergedesk.common.Sequence;
import java.util.List;

/// A piece of the feed, and the place to go on from.
public record FeedPage(List<Change> changes, Sequence next) {

    public FeedPage {
        changes = List.copyOf(changes);
    }
}
