package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTextTest {

    @ParameterizedTest(name = "{0}: {1} is read as {2}")
    @CsvSource({
        "text, '  Quay ', Quay",
        "number, 1.500, 1.5",
        "number, -0, 0",
        "number, 1e3, 1000",
        "money, 12.5 eur, 12.50 EUR",
        "money, 100 JPY, 100 JPY",
        "date, 2026-01-31, 2026-01-31",
        "date-time, 2026-01-31T10:00:00+01:00, 2026-01-31T09:00:00Z",
        "yes-no, TRUE, yes",
        "yes-no, n, no",
        "choices, 'b; a;;b', a; b",
        "email, Anna.Berg@Example.ORG, Anna.Berg@example.org",
        "url, https://example.org/a?b=c, https://example.org/a?b=c",
        "person, Anna, anna",
    })
    void reads_what_people_type(String kind, String typed, String expected) {
        var reading = FieldText.read(FieldKind.parse(kind).orElseThrow(), typed);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Value.class,
                        read -> assertThat(FieldText.write(read.value())).isEqualTo(expected));
    }

    @ParameterizedTest(name = "{0}: {1} is not readable")
    @CsvSource({
        "number, 12 apples",
        "number, 12345678901234567890123",
        "number, 1e999999999",
        "money, 12.50",
        "money, 12.50 XYZZ",
        "date, 31.01.2026",
        "date, 2026-02-30",
        "date-time, 2026-01-31T10:00",
        "yes-no, maybe",
        "email, anna@nowhere",
        "email, 'a b@example.org'",
        "url, javascript:alert(1)",
        "url, example.org",
        "reference, 12",
        "person, 'a b'",
    })
    void says_what_it_expected_of_anything_else(String kind, String typed) {
        var wanted = FieldKind.parse(kind).orElseThrow();

        assertThat(FieldText.read(wanted, typed))
                .isEqualTo(new Reading.Wrong(FieldRules.expectation(wanted)));
    }

    @Test
    void nothing_but_white_space_clears() {
        for (var kind : FieldKind.values()) {
            assertThat(FieldText.read(kind, " \t ")).isEqualTo(new Reading.Nothing());
        }
    }

    @Test
    void texts_that_mean_the_same_are_equal() {
        assertThat(new FieldValue.Text("a\r\nb")).isEqualTo(new FieldValue.Text("a\nb"));
        assertThat(new FieldValue.Text("e\u0301")).isEqualTo(new FieldValue.Text("\u00e9"));
    }
}
