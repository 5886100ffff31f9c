package io.mergedesk.api;

import io.mergedesk.realtime.ClientHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A connected client as admins see it.
///
/// @param latencyMillis of the last ping; null until one was answered
/// @param backlog what it was not sent yet
/// @param sent events since it connected
record ClientJson(
        String client,
        String person,
        String address,
        Instant since,
        Instant lastSeen,
        @Nullable Long latencyMillis,
        long backlog,
        long sent,
        List<String> subscriptions) {

    static ClientJson of(ClientHealth health) {
        return new ClientJson(
                health.client().value(),
                health.person().value(),
                health.address(),
                health.since(),
                health.lastSeen(),
                health.latency().map(Duration::toMillis).orElse(null),
                health.backlog(),
                health.sent(),
                health.subscriptions());
    }
}
