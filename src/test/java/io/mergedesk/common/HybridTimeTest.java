package io.mergedesk.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class HybridTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456Z");

    @Test
    void a_wall_clock_is_cut_to_microseconds_before_it_is_packed() {
        var precise = HybridTime.at(NOON.plusNanos(999));

        assertThat(precise).isEqualTo(HybridTime.at(NOON));
        assertThat(precise.instant()).isEqualTo(NOON);
        assertThat(HybridTime.at(Instant.EPOCH.plusNanos(1_999)).packed()).isEqualTo(1 << 12);
    }

    @Test
    void a_clock_that_goes_on_is_believed() {
        var later = NOON.plusMillis(1);

        assertThat(HybridTime.after(HybridTime.at(NOON), later)).isEqualTo(HybridTime.at(later));
    }

    @Test
    void what_happens_within_one_microsecond_is_counted() {
        var first = HybridTime.at(NOON);

        var second = HybridTime.after(first, NOON.plusNanos(500));
        var third = HybridTime.after(second, NOON.plusNanos(900));

        assertThat(first).isLessThan(second);
        assertThat(second).isLessThan(third);
        assertThat(third.packed()).isEqualTo(first.packed() + 2);
        assertThat(third.instant()).isEqualTo(NOON);
    }

    @Test
    void a_clock_that_went_back_still_reads_later_than_what_was_seen() {
        var seen = HybridTime.at(NOON);

        var next = HybridTime.after(seen, NOON.minus(Duration.ofHours(1)));

        assertThat(next).isGreaterThan(seen);
        assertThat(next.instant()).isEqualTo(NOON);
        assertThat(HybridTime.after(next, NOON.plusMillis(1)))
                .isEqualTo(HybridTime.at(NOON.plusMillis(1)));
    }

    @Test
    void more_than_the_counter_holds_goes_into_the_next_microsecond() {
        var time = HybridTime.at(NOON);
        for (int i = 0; i < 1 << 12; i++) {
            time = HybridTime.after(time, NOON);
        }

        assertThat(time).isEqualTo(HybridTime.at(NOON.plus(1, ChronoUnit.MICROS)));
    }

    @Test
    void nothing_happened_before_1970() {
        assertThatThrownBy(() -> HybridTime.at(Instant.EPOCH.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after 1970");
    }
}
