package io.mergedesk.realtime;

import io.mergedesk.entities.Change;
import io.mergedesk.events.Event;

/// How programs are shown what happened: one JSON object each.
public interface EventEncoding {

    String of(Change change);

    /// Of what has no place in the feed.
    String of(Event event);
}
