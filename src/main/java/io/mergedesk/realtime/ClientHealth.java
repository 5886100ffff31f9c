package io.mergedesk.realtime;

import io.mergedesk.common.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one connected client is.
///
/// @param latency of the last ping; empty until one was answered
/// @param backlog what it was not sent yet: changes of the feed, wanted or not, and other events
/// @param sent events since it connected
/// @param subscriptions in words, by their refs
public record ClientHealth(
        ClientId client,
        UserId person,
        String address,
        Instant since,
        Instant lastSeen,
        Optional<Duration> latency,
        long backlog,
        long sent,
        List<String> subscriptions) {

    public ClientHealth {
        subscriptions = List.copyOf(subscriptions);
    }
}
