package io.mergedesk.ui.connections;

import io.mergedesk.realtime.GatewayFigures;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.realtime.LinkState;
import io.mergedesk.ui.shell.StatusBadge;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Connections as one reads them.
final class ConnectionWords {

    static final String NONE = "–";

    private ConnectionWords() {}

    static String number(long count) {
        return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(count);
    }

    /// As short as a column: "now", "12 s", "3 min", "2 h", "5 d".
    static String passed(Instant from, Instant now) {
        var passed = Duration.between(from, now);
        if (passed.toSeconds() < 1) {
            return "now";
        }
        if (passed.toMinutes() < 1) {
            return passed.toSeconds() + " s";
        }
        if (passed.toHours() < 1) {
            return passed.toMinutes() + " min";
        }
        return passed.toDays() < 1 ? passed.toHours() + " h" : passed.toDays() + " d";
    }

    static String latency(Optional<Duration> latency) {
        return latency.map(one -> one.toMillis() < 1 ? "< 1 ms" : number(one.toMillis()) + " ms")
                .orElse(NONE);
    }

    static String figures(GatewayFigures figures) {
        var clients =
                figures.clients() == 1 ? "1 program" : number(figures.clients()) + " programs";
        return clients
                + " · "
                + number(figures.sent())
                + " events sent"
                + (figures.cut() == 0 ? "" : " · " + number(figures.cut()) + " cut as too slow");
    }

    static String state(LinkHealth health) {
        return switch (health.state()) {
            case LinkState.Connecting _ -> "connecting";
            case LinkState.Live _ -> "live";
            case LinkState.Resting _ -> "down";
            case LinkState.Closed _ -> health.link().paused() ? "paused" : "waiting";
        };
    }

    static StatusBadge.Kind tone(LinkHealth health) {
        return switch (health.state()) {
            case LinkState.Connecting _ -> StatusBadge.Kind.PENDING;
            case LinkState.Live _ -> StatusBadge.Kind.OK;
            case LinkState.Resting _ -> StatusBadge.Kind.BAD;
            case LinkState.Closed _ -> StatusBadge.Kind.PLAIN;
        };
    }

    /// What is going on, in a sentence; counts down to the next try.
    static String story(LinkHealth health, Instant now) {
        return switch (health.state()) {
            case LinkState.Connecting _ -> "Connecting …";
            case LinkState.Live(var since, _) -> "Up for " + lasting(since, now);
            case LinkState.Resting(var until, var failed, var problem) ->
                    problem.substring(0, 1).toUpperCase(Locale.ROOT)
                            + problem.substring(1)
                            + ". "
                            + next(until, now)
                            + (failed == 1 ? "" : ", after " + failed + " failures");
            case LinkState.Closed(var why) ->
                    health.link().paused()
                            ? "Paused: it goes on where it was when it is resumed"
                            : why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1);
        };
    }

    private static String lasting(Instant since, Instant now) {
        var passed = passed(since, now);
        return passed.equals("now") ? "a moment" : passed;
    }

    private static String next(Instant until, Instant now) {
        long seconds = Math.ceilDiv(Math.max(0, Duration.between(now, until).toMillis()), 1_000);
        return seconds == 0 ? "Trying now" : "Next try in " + seconds + " s";
    }
}
