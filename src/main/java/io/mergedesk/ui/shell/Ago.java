package io.mergedesk.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// How long ago something was, in words.
public record Ago(InstantSource clock) {

    /// Roughly: "just now", "3 minutes ago", "2 months ago".
    public String of(Instant at) {
        var passed = Duration.between(at, clock.instant());
        long days = passed.toDays();
        if (passed.toMinutes() < 1) {
            return "just now";
        }
        if (passed.toHours() < 1) {
            return count(passed.toMinutes(), "minute");
        }
        if (days < 1) {
            return count(passed.toHours(), "hour");
        }
        if (days < 31) {
            return count(days, "day");
        }
        return days < 365 ? count(days / 30, "month") : count(days / 365, "year");
    }

    private static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }
}
