package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeaningTest {

    private static boolean same(String kind, String one, String two) {
        return Meaning.same(
                FieldKind.parse(kind).orElseThrow(),
                new FieldValue.Text(one.translateEscapes()),
                new FieldValue.Text(two.translateEscapes()));
    }

    @ParameterizedTest(name = "{0}: {1} means {2}")
    @CsvSource({
        "email, Anna@Example.ORG, Anna@example.org",
        "email, 'anna@example.org ', anna@example.org",
        "url, HTTPS://Example.ORG/, https://example.org",
        "url, ' https://Example.org/A?b', https://example.org/A?b",
        "text, 'Quay  4', Quay 4",
        "text, 'Quay\2404 ', Quay 4",
        "long-text, 'a \\nb', 'a\\nb'",
        "long-text, 'a\\nb\\n\\n', 'a\\nb'",
        "choice, ' open', open",
        "choices, same, same",
    })
    void what_people_see_as_the_same_is_the_same(String kind, String one, String two) {
        assertThat(same(kind, one, two)).isTrue();
        assertThat(same(kind, two, one)).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} does not mean {2}")
    @CsvSource({
        "email, Anna@example.org, anna@example.org",
        "email, no address, NO address",
        "url, https://example.org/A, https://example.org/a",
        "url, https://example.org/a/, https://example.org/a",
        "url, 'not a url', 'Not a url'",
        "url, mailto:A@b.org, mailto:a@b.org",
        "url, Example.org, example.org",
        "text, Quay, quay",
        "long-text, 'a  b', 'a b'",
        "long-text, '- a\\n  - b', '- a\\n- b'",
        "number, ' a', a",
    })
    void what_may_matter_differs(String kind, String one, String two) {
        assertThat(same(kind, one, two)).isFalse();
    }

    @Test
    void no_value_means_only_itself() {
        var value = new FieldValue.Text("a");

        assertThat(Meaning.same(FieldKind.TEXT, null, null)).isTrue();
        assertThat(Meaning.same(FieldKind.TEXT, null, value)).isFalse();
        assertThat(Meaning.same(FieldKind.TEXT, value, null)).isFalse();
        assertThat(Meaning.same(FieldKind.TEXT, value, new FieldValue.YesNo(true))).isFalse();
    }
}
