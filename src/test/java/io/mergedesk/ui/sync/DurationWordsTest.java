package io.mergedesk.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationWordsTest {

    @ParameterizedTest(name = "{0} is {1}, said {2}")
    @CsvSource({
        "5 s, PT5S, 5 s",
        "1min 30s, PT1M30S, 1 min 30 s",
        "PT10H, PT10H, 10 h",
        "90 m, PT1H30M, 1 h 30 min",
        "0.5 s, PT0.5S, 500 ms",
        "1 d, PT24H, 24 h"
    })
    void reads_what_people_write(String text, Duration expected, String said) {
        var read = DurationWords.parse(text);

        assertThat(read).contains(expected);
        assertThat(DurationWords.of(expected)).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "soon", "5 s later", "-5 s", "P"})
    void refuses_everything_else(String text) {
        assertThat(DurationWords.parse(text)).isEmpty();
    }
}
