package io.mergedesk.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.UserId;
import io.mergedesk.realtime.GatewayFigures;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkHealth;
import io.mergedesk.realtime.LinkId;
import io.mergedesk.realtime.LinkState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionWordsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest(name = "{0} seconds are {1}")
    @CsvSource({"0, now", "12, 12 s", "61, 1 min", "7200, 2 h", "200000, 2 d"})
    void times_are_as_short_as_a_column(long seconds, String words) {
        assertThat(ConnectionWords.passed(NOW.minusSeconds(seconds), NOW)).isEqualTo(words);
    }

    @Test
    void a_link_that_is_down_says_why_and_counts_down() {
        var once = new LinkState.Resting(NOW.plusMillis(11_200), 1, "it cannot be reached");
        var often = new LinkState.Resting(NOW, 4, "it does not accept the token");

        assertThat(ConnectionWords.story(health(once, false), NOW))
                .isEqualTo("It cannot be reached. Next try in 12 s");
        assertThat(ConnectionWords.story(health(often, false), NOW))
                .isEqualTo("It does not accept the token. Trying now, after 4 failures");
        assertThat(ConnectionWords.state(health(once, false))).isEqualTo("down");
    }

    @Test
    void a_closed_link_is_paused_or_waits() {
        var closed = new LinkState.Closed("another server of this site keeps it up");

        assertThat(ConnectionWords.state(health(closed, true))).isEqualTo("paused");
        assertThat(ConnectionWords.state(health(closed, false))).isEqualTo("waiting");
        assertThat(ConnectionWords.story(health(closed, false), NOW))
                .isEqualTo("Another server of this site keeps it up");
    }

    @Test
    void figures_are_told_in_one_line() {
        assertThat(ConnectionWords.figures(new GatewayFigures(1, 1_234, 0)))
                .isEqualTo("1 program · 1,234 events sent");
        assertThat(ConnectionWords.figures(new GatewayFigures(20, 0, 2)))
                .isEqualTo("20 programs · 0 events sent · 2 cut as too slow");
        assertThat(ConnectionWords.latency(Optional.of(Duration.ofMillis(12)))).isEqualTo("12 ms");
        assertThat(ConnectionWords.latency(Optional.empty())).isEqualTo("–");
    }

    private static LinkHealth health(LinkState state, boolean paused) {
        var link =
                new Link(
                        new LinkId(new UUID(1, 1)),
                        "Lyon",
                        URI.create("https://lyon.example.org"),
                        paused,
                        Optional.empty(),
                        new UserId("admin"),
                        NOW,
                        false);
        return new LinkHealth(link, true, state, Optional.empty(), Optional.empty(), 0);
    }
}
