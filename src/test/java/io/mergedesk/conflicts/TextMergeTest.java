package io.mergedesk.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.mergedesk.conflicts.Hunk.Differ;
import io.mergedesk.conflicts.Hunk.MineOnly;
import io.mergedesk.conflicts.Hunk.Same;
import io.mergedesk.conflicts.Hunk.Stable;
import io.mergedesk.conflicts.Hunk.TheirsOnly;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private static String joined(List<Hunk> hunks, Function<Hunk, String> version) {
        return hunks.stream().map(version).collect(Collectors.joining());
    }

    @Test
    void words_far_from_each_other_are_joined() {
        assertThat(
                        TextMerge.of(
                                "The quick brown fox jumps over the lazy dog.",
                                "The quick brown fox jumps over the sleeping dog.",
                                "The slow brown fox jumps over the lazy dog."))
                .containsExactly(
                        new Stable("The "),
                        new MineOnly("quick", "slow"),
                        new Stable(" brown fox jumps over the "),
                        new TheirsOnly("lazy", "sleeping"),
                        new Stable(" dog."));
    }

    @Test
    void two_words_between_two_edits_are_enough_one_is_not() {
        assertThat(TextMerge.of("call Monday at noon", "call Monday at ten", "call Friday at noon"))
                .containsExactly(
                        new Stable("call "),
                        new Differ("Monday at noon", "Monday at ten", "Friday at noon"));
        assertThat(
                        TextMerge.of(
                                "call Monday or Tuesday at noon",
                                "call Monday or Tuesday at ten",
                                "call Friday or Tuesday at noon"))
                .containsExactly(
                        new Stable("call "),
                        new MineOnly("Monday", "Friday"),
                        new Stable(" or Tuesday at "),
                        new TheirsOnly("noon", "ten"));
    }

    @Test
    void signs_and_line_ends_are_no_words() {
        assertThat(TextMerge.of("a\n--\nb", "a\n--\nB", "A\n--\nb"))
                .containsExactly(new Differ("a\n--\nb", "a\n--\nB", "A\n--\nb"));
    }

    @Test
    void the_same_edit_on_both_sides_is_no_dispute_and_stands_in_nobodys_way() {
        assertThat(
                        TextMerge.of(
                                "recieve the goods at gate",
                                "receive the goods at gate",
                                "receive all goods at gate"))
                .containsExactly(
                        new Same("recieve", "receive"),
                        new Stable(" "),
                        new MineOnly("the", "all"),
                        new Stable(" goods at gate"));
    }

    @Test
    void what_both_replaced_alike_does_not_keep_two_edits_apart() {
        assertThat(TextMerge.of("a one two b", "A 1 2 b", "a 1 2 B"))
                .containsExactly(new Differ("a one two b", "A 1 2 b", "a 1 2 B"));
    }

    @Test
    void edits_of_both_sides_come_in_the_order_of_the_text() {
        assertThat(
                        TextMerge.of(
                                "a b c d e f g h i j",
                                "a B c d e f g H i j",
                                "a B c d E f g h i J"))
                .containsExactly(
                        new Stable("a "),
                        new Same("b", "B"),
                        new Stable(" c d "),
                        new MineOnly("e", "E"),
                        new Stable(" f g "),
                        new Differ("h i j", "H i j", "h i J"));
    }

    @Test
    void two_additions_in_one_place_differ() {
        assertThat(TextMerge.of("Notes.", "Notes.\nCalled.", "Notes.\nMailed."))
                .containsExactly(new Stable("Notes."), new Differ("", "\nCalled.", "\nMailed."));
    }

    @Test
    void an_edit_inside_what_the_other_removed_differs() {
        assertThat(
                        TextMerge.of(
                                "one two three four five six",
                                "one six",
                                "one two three 4 five six"))
                .contains(new Differ("two three four five ", "", "two three 4 five "));
    }

    @Test
    void neighbouring_words_of_one_side_are_one_hunk_but_lines_are_not() {
        assertThat(TextMerge.of("old quay", "old quay", "new depot"))
                .containsExactly(new MineOnly("old quay", "new depot"));
        assertThat(TextMerge.of("old\nquay", "new\ndepot", "old\nquay"))
                .containsExactly(
                        new TheirsOnly("old", "new"),
                        new Stable("\n"),
                        new TheirsOnly("quay", "depot"));
    }

    @Test
    void paragraphs_added_and_removed_are_joined() {
        var base = "One.\n\nThe second one.\n\nThe third one.\n";
        var theirs = "One.\n\nThe third one.\n";
        var mine = base + "\nThe fourth one.\n";

        assertThat(joined(TextMerge.of(base, theirs, mine), Hunk::merged))
                .isEqualTo("One.\n\nThe third one.\n\nThe fourth one.\n");
    }

    @Test
    void every_version_of_every_text_can_be_put_together_again() {
        var texts =
                IntStream.range(0, 81)
                        .mapToObj(TextMergeTest::ofFourWords)
                        .map(String::strip)
                        .distinct()
                        .toList();
        for (var base : texts) {
            for (var theirs : texts) {
                for (var mine : texts) {
                    var hunks = TextMerge.of(base, theirs, mine);

                    assertThat(joined(hunks, Hunk::base)).isEqualTo(base);
                    assertThat(joined(hunks, Hunk::theirs)).isEqualTo(theirs);
                    assertThat(joined(hunks, Hunk::mine)).isEqualTo(mine);
                    if (base.equals(theirs)) {
                        assertThat(joined(hunks, Hunk::merged)).isEqualTo(mine);
                    }
                    assertThat(hunks)
                            .noneMatch(hunk ->
                                    hunk instanceof Differ(var was, var one, var other)
                                            && (one.equals(other)
                                                    || one.equals(was)
                                                    || other.equals(was)));
                }
            }
        }
    }

    @Test
    void very_long_texts_are_merged_in_bounded_time() {
        var lines =
                IntStream.range(0, 1_500).mapToObj(i -> "line " + i + " of the text\n").toList();
        var base = String.join("", lines);
        var theirs = base.replaceAll("(?m)^line (\\d*0) of", "row $1 of");
        var mine = base.replaceAll("(?m)^line (\\d*[05]) of the", "line $1 of this");

        assertTimeout(
                Duration.ofSeconds(20),
                () ->
                        assertThat(joined(TextMerge.of(base, theirs, mine), Hunk::merged))
                                .startsWith("row 0 of this text\nline 1 of the text\n")
                                .contains("\nline 5 of this text\n"));
        assertTimeout(
                Duration.ofSeconds(20),
                () ->
                        TextMerge.of(
                                "x y ".repeat(25_000),
                                "x z ".repeat(25_000),
                                "a y ".repeat(25_000)));
    }

    /// Each word is there, or missing, or another one.
    private static String ofFourWords(int code) {
        var words = new String[] {"a ", "b\n", "c, ", "d"};
        var text = new StringBuilder();
        for (int i = 0, rest = code; i < words.length; i++, rest /= 3) {
            text.append(rest % 3 == 0 ? words[i] : rest % 3 == 1 ? "" : "X" + words[i]);
        }
        return text.toString();
    }
}
