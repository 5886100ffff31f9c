package io.mergedesk.sync.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/// When another system wants to be asked again. Source: RFC 9110, 10.2.3.
final class RetryAfter {

    /// Nobody is left alone for longer.
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /// @param header seconds, or a date
    /// @return empty where it says nothing, or a time that is over
    static Optional<Duration> read(Optional<String> header, Instant now) {
        return header.map(String::strip)
                .flatMap(text -> wait(text, now))
                .filter(Duration::isPositive)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Duration> wait(String text, Instant now) {
        if (text.matches("[0-9]+")) {
            return Optional.of(
                    text.length() > 6 ? LONGEST : Duration.ofSeconds(Integer.parseInt(text)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(text))
                .map(date -> Duration.between(now, date));
    }
}
