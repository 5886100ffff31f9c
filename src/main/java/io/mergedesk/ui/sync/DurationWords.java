package io.mergedesk.ui.sync;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Durations as people write them: `5 s`, `1 min 30 s`, `10 h`; the form of the API is read too.
final class DurationWords {

    static final String EXPECTED = "expected a time such as 5 s, 10 min or 2 h";

    private static final Pattern PART =
            Pattern.compile("(\\d{1,7}(?:[.]\\d{1,3})?)\\s*(ms|s|min|m|h|d)");
    private static final long MILLIS = 1_000;
    private static final long MINUTE = 60 * MILLIS;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private DurationWords() {}

    static Optional<Duration> parse(String text) {
        var plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.startsWith("pt") || plain.startsWith("p")) {
            try {
                return Optional.of(Duration.parse(plain));
            } catch (DateTimeParseException _) {
                return Optional.empty();
            }
        }
        if (!plain.matches("(" + PART.pattern() + "\\s*)+")) {
            return Optional.empty();
        }
        var parts = PART.matcher(plain);
        double millis = 0;
        while (parts.find()) {
            millis += Double.parseDouble(parts.group(1)) * unit(parts.group(2));
        }
        return Optional.of(Duration.ofMillis(Math.round(millis)));
    }

    static String of(Duration duration) {
        long left = duration.toMillis();
        var words = new StringBuilder();
        left = append(words, left, HOUR, "h");
        left = append(words, left, MINUTE, "min");
        left = append(words, left, MILLIS, "s");
        append(words, left, 1, "ms");
        return words.toString().strip();
    }

    /// Roughly, in the unit that says most: `3 days`, `about` left to the caller.
    static String roughly(Duration duration) {
        long millis = duration.toMillis();
        return millis >= 2 * DAY
                ? Math.round((double) millis / DAY) + " days"
                : millis >= 2 * HOUR
                        ? Math.round((double) millis / HOUR) + " hours"
                        : millis >= 2 * MINUTE
                                ? Math.round((double) millis / MINUTE) + " minutes"
                                : Math.round((double) millis / MILLIS) + " seconds";
    }

    private static long append(StringBuilder words, long millis, long unit, String name) {
        if (millis >= unit) {
            words.append(millis / unit).append(' ').append(name).append(' ');
        }
        return millis % unit;
    }

    private static long unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s" -> MILLIS;
            case "h" -> HOUR;
            case "d" -> DAY;
            default -> MINUTE;
        };
    }
}
