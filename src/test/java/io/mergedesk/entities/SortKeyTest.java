package io.mergedesk.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeyTest {

    @Test
    void numbers_sort_by_value() {
        var numbers =
                Stream.of(
                                "-9999999999999999999999",
                                "-10.5",
                                "-10",
                                "-0.000000000001",
                                "-0.000000000000999999999999",
                                "-0.000000000000000000000001",
                                "0",
                                "0.000000000000000000000001",
                                "0.000000000000999999999999",
                                "0.000000000001",
                                "0.000000000001000000000001",
                                "9",
                                "10",
                                "9999999999999999999999.999999999999999999999999")
                        .map(text -> SortKey.of(new FieldValue.Decimal(new BigDecimal(text))))
                        .toList();

        assertThat(numbers)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(key -> key.compareTo(SortKey.EMPTY) > 0);
    }

    @Test
    void moments_sort_by_time_before_and_after_1970() {
        var moments =
                Stream.of(
                                "0001-01-01T00:00:00Z",
                                "1969-12-31T23:59:59.999999Z",
                                "1970-01-01T00:00:00Z",
                                "2026-01-31T12:00:00Z",
                                "9999-12-31T23:59:59Z")
                        .map(text -> SortKey.of(new FieldValue.Moment(Instant.parse(text))))
                        .toList();

        assertThat(moments).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void texts_are_folded_and_cut() {
        assertThat(SortKey.text("ÉNERGIE")).isEqualTo(SortKey.text("energie"));
        assertThat(SortKey.text("Straße")).isEqualTo(SortKey.text("straße"));
        assertThat(SortKey.text("x".repeat(500)).bytes()).hasSize(SortKey.MAX_LENGTH);
        assertThat(List.of(SortKey.EMPTY, SortKey.text("a"), SortKey.text("ab"), SortKey.text("b")))
                .isSorted();
    }

    @Test
    void the_end_of_a_prefix_is_behind_everything_that_begins_with_it() {
        var prefix = SortKey.text("ab");

        assertThat(prefix.afterPrefix().compareTo(SortKey.text("ab" + "\uFFFD".repeat(20))))
                .isPositive();
        assertThat(prefix.afterPrefix().compareTo(SortKey.text("ac"))).isLessThanOrEqualTo(0);
        assertThat(new SortKey(new byte[] {(byte) 0xFF}).afterPrefix()).isEqualTo(SortKey.EMPTY);
    }
}
