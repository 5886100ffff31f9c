package io.mergedesk.events;

import java.util.List;

/// Takes events, in order, some at a time.
public interface EventListener {

    /// The next events, oldest first, at least one.
    void on(List<Event> events);

    /// Too many events came while this listener was busy, and those it had not taken were dropped:
    /// read what you show anew.
    void refresh();
}
