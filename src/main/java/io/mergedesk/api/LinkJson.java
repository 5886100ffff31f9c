package io.mergedesk.api;

import io.mergedesk.common.Sequence;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.realtime.LinkState;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link as admins see it; its token is never shown.
///
/// @param state `connecting`, `live`, `resting` or `closed`
/// @param nextAttemptAt while it rests
/// @param problem why it rests or is closed
/// @param sequence the last one of the other site that was handed on
/// @param received changes since the start of this server
record LinkJson(
        UUID id,
        String name,
        String url,
        boolean paused,
        String state,
        @Nullable Instant nextAttemptAt,
        @Nullable String problem,
        @Nullable Long sequence,
        @Nullable Instant lastSeen,
        @Nullable Long latencyMillis,
        long received,
        boolean allowPrivateAddress,
        String createdBy,
        Instant createdAt) {

    static LinkJson of(LinkHealth health) {
        var link = health.link();
        return new LinkJson(
                link.id().value(),
                link.name(),
                link.url().toString(),
                link.paused(),
                state(health.state()),
                health.state() instanceof LinkState.Resting(var until, _, _) ? until : null,
                problem(health.state()),
                link.place().map(Sequence::number).orElse(null),
                health.lastSeen().orElse(null),
                health.latency().map(Duration::toMillis).orElse(null),
                health.received(),
                link.allowPrivate(),
                link.createdBy().value(),
                link.createdAt());
    }

    private static String state(LinkState state) {
        return switch (state) {
            case LinkState.Connecting _ -> "connecting";
            case LinkState.Live _ -> "live";
            case LinkState.Resting _ -> "resting";
            case LinkState.Closed _ -> "closed";
        };
    }

    private static @Nullable String problem(LinkState state) {
        return switch (state) {
            case LinkState.Resting(_, _, var problem) -> problem;
            case LinkState.Closed(var why) -> why;
            case LinkState.Connecting _, LinkState.Live _ -> null;
        };
    }
}
