package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Where each rule ends: the last value that fits, and the first that does not.
class FieldRulesTest {

    private static boolean fits(FieldKind kind, FieldValue value) {
        return FieldRules.problemOf(kind, value).isEmpty();
    }

    private static FieldValue text(int length) {
        return new FieldValue.Text("x".repeat(length));
    }

    private static FieldValue number(String number) {
        return new FieldValue.Decimal(new BigDecimal(number));
    }

    @Test
    void texts_have_a_length_and_some_have_one_line() {
        assertThat(fits(FieldKind.TEXT, text(1_000))).isTrue();
        assertThat(fits(FieldKind.TEXT, text(1_001))).isFalse();
        assertThat(fits(FieldKind.TEXT, new FieldValue.Text("\n"))).isFalse();
        assertThat(fits(FieldKind.LONG_TEXT, text(100_000))).isTrue();
        assertThat(fits(FieldKind.LONG_TEXT, text(100_001))).isFalse();
        assertThat(fits(FieldKind.LONG_TEXT, new FieldValue.Text("a\nb"))).isTrue();
        assertThat(fits(FieldKind.NUMBER, text(1))).isFalse();
        assertThat(
                        fits(
                                FieldKind.CHOICES,
                                new FieldValue.Choices(new TreeSet<>(List.of("x".repeat(1_001))))))
                .isFalse();
    }

    @Test
    void addresses_have_a_length() {
        var end = "@b.org";
        var start = "https://b.org/";

        assertThat(fits(FieldKind.EMAIL, new FieldValue.Text("x".repeat(254 - end.length()) + end)))
                .isTrue();
        assertThat(fits(FieldKind.EMAIL, new FieldValue.Text("x".repeat(255 - end.length()) + end)))
                .isFalse();
        assertThat(
                        fits(
                                FieldKind.URL,
                                new FieldValue.Text(start + "x".repeat(2_000 - start.length()))))
                .isTrue();
        assertThat(
                        fits(
                                FieldKind.URL,
                                new FieldValue.Text(start + "x".repeat(2_001 - start.length()))))
                .isFalse();
        assertThat(fits(FieldKind.URL, new FieldValue.Text("https://b c"))).isFalse();
    }

    @Test
    void numbers_have_digits_before_and_after_the_point() {
        assertThat(fits(FieldKind.NUMBER, number("9".repeat(22)))).isTrue();
        assertThat(fits(FieldKind.NUMBER, number("9".repeat(23)))).isFalse();
        assertThat(fits(FieldKind.NUMBER, number("9".repeat(22) + "." + "1".repeat(24)))).isTrue();
        assertThat(fits(FieldKind.NUMBER, number("0." + "1".repeat(25)))).isFalse();
    }

    @Test
    void years_have_four_digits() {
        assertThat(fits(FieldKind.DATE, new FieldValue.Day(LocalDate.of(1, 1, 1)))).isTrue();
        assertThat(fits(FieldKind.DATE, new FieldValue.Day(LocalDate.of(9999, 1, 1)))).isTrue();
        assertThat(fits(FieldKind.DATE, new FieldValue.Day(LocalDate.of(0, 1, 1)))).isFalse();
        assertThat(fits(FieldKind.DATE, new FieldValue.Day(LocalDate.of(10_000, 1, 1)))).isFalse();
    }

    @Test
    void kinds_are_known_by_their_names_and_say_what_lists_can_do_with_them() {
        assertThat(FieldKind.wireNames()).startsWith("text, long-text, number").endsWith("person");
        assertThat(FieldKind.parse("Long_Text")).contains(FieldKind.LONG_TEXT);
        assertThat(FieldKind.values())
                .filteredOn(kind -> !kind.isSortable())
                .containsExactly(FieldKind.LONG_TEXT, FieldKind.CHOICES, FieldKind.REFERENCE);
        assertThat(FieldKind.values())
                .filteredOn(FieldKind::isSearchable)
                .contains(FieldKind.TEXT, FieldKind.PERSON)
                .doesNotContain(FieldKind.NUMBER, FieldKind.REFERENCE);
    }
}
