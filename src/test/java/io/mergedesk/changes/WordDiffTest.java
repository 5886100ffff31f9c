package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.WordDiff.Part;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class WordDiffTest {

    @Test
    void only_the_words_that_differ_are_marked() {
        assertThat(WordDiff.between("Deliveries before 9.", "Deliveries before 10."))
                .containsExactly(
                        new Part.Same("Deliveries before "),
                        new Part.Changed("9", "10"),
                        new Part.Same("."));
    }

    @Test
    void neighbouring_words_are_marked_as_one() {
        assertThat(WordDiff.between("the old quay here", "the new depot here"))
                .containsExactly(
                        new Part.Same("the "),
                        new Part.Changed("old quay", "new depot"),
                        new Part.Same(" here"));
    }

    @Test
    void letters_of_every_script_make_words() {
        assertThat(WordDiff.between("Zoë à Орёл", "Zoe à Орёл"))
                .containsExactly(new Part.Changed("Zoë", "Zoe"), new Part.Same(" à Орёл"));
    }

    @Test
    void what_is_the_same_stays_whole() {
        assertThat(WordDiff.between("a b\nc", "a b\nc")).containsExactly(new Part.Same("a b\nc"));
        assertThat(WordDiff.between("", "")).isEmpty();
    }

    @Test
    void both_texts_can_be_put_together_again() {
        var old = "Gate 3, ring twice.\nAsk for Zoë 😀!\u2028\u0085";
        var now = "Gate 4; ring once.\n\nAsk for 😀 Ben!\u2028";

        var parts = WordDiff.between(old, now);

        assertThat(side(parts, true)).isEqualTo(old);
        assertThat(side(parts, false)).isEqualTo(now);
    }

    @Test
    void a_very_long_text_is_compared_in_bounded_time() {
        var old = lines(0, 1_500);
        var now = lines(1, 1_501);

        Assertions.assertThatCode(
                        () -> {
                            var parts = WordDiff.between(old, now);
                            assertThat(side(parts, false)).isEqualTo(now);
                            assertThat(parts).hasSizeGreaterThan(1);
                        })
                .doesNotThrowAnyException();
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> WordDiff.between("x\n".repeat(50_000), "y\n".repeat(50_000)));
    }

    @Test
    void words_are_marked_in_a_very_long_text_too() {
        var old = lines(0, 1_500);
        var now = old.replace("number 700\n", "figure 700\n").replace("line number 9\n", "");

        var parts = WordDiff.between(old, now);

        assertThat(side(parts, true)).isEqualTo(old);
        assertThat(side(parts, false)).isEqualTo(now);
        assertThat(parts.stream().filter(Part.Changed.class::isInstance))
                .containsExactly(
                        new Part.Changed("line number 9\n", ""),
                        new Part.Changed("number", "figure"));
    }

    @Test
    void one_very_long_line_is_taken_as_a_whole() {
        var old = "a b ".repeat(2_000);
        var now = "c d ".repeat(2_000);

        assertThat(WordDiff.between("x\n" + old, "x\n" + now))
                .containsExactly(
                        new Part.Same("x\n"),
                        new Part.Changed(old.strip(), now.strip()),
                        new Part.Same(" "));
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "line number " + number + "\n")
                .collect(Collectors.joining());
    }

    private static String side(java.util.List<Part> parts, boolean old) {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Part.Same(var text) -> text;
                            case Part.Changed(var removed, var added) -> old ? removed : added;
                        })
                .collect(Collectors.joining());
    }
}
