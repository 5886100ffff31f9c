package io.mergedesk.realtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How one link is.
///
/// @param here whether this server keeps it up, or tries to; another one has the figures otherwise
/// @param lastSeen when something came; empty before anything has
/// @param received changes since the start of this server
public record LinkHealth(
        Link link,
        boolean here,
        LinkState state,
        Optional<Instant> lastSeen,
        Optional<Duration> latency,
        long received) {

    /// The same of the link as it is stored now.
    LinkHealth of(Link stored) {
        return new LinkHealth(stored, here, state, lastSeen, latency, received);
    }
}
