package io.mergedesk.realtime;

import java.time.Instant;

/// How a link is.
public sealed interface LinkState {

    /// On the way up.
    ///
    /// @param failed attempts before this one, since it was last up for a while
    record Connecting(Instant since, int failed) implements LinkState {}

    /// Connected and subscribed.
    ///
    /// @param failed attempts before it came up; counts on when it does not stay up
    record Live(Instant since, int failed) implements LinkState {}

    /// Down; the next attempt is made at a time drawn at random.
    ///
    /// @param failed attempts until now, at least 1
    /// @param problem in words
    record Resting(Instant until, int failed, String problem) implements LinkState {}

    /// Not wanted.
    record Closed(String why) implements LinkState {}
}
