package io.mergedesk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 7 ', PT7S",
        "86401, PT24H",
        "99999999999999999999, PT24H",
        "'Sun, 22 Nov 2026 12:05:00 GMT', PT5M",
        "'Sunday, 22-Nov-26 12:05:00 GMT', PT5M",
        "'Tue, 23 Nov 2027 12:05:00 GMT', PT24H"
    })
    void reads_seconds_and_dates_up_to_a_day(String header, Duration wait) {
        assertThat(RetryAfter.read(Optional.of(header), NOW)).contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "soon", "''", "'Sun, 22 Nov 2026 11:00:00 GMT'"})
    void what_says_nothing_leaves_the_usual_wait(String header) {
        assertThat(RetryAfter.read(Optional.of(header), NOW)).isEmpty();
    }

    @Test
    void no_header_leaves_the_usual_wait() {
        assertThat(RetryAfter.read(Optional.empty(), NOW)).isEmpty();
    }
}
