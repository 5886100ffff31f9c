package io.mergedesk.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Choice.Hunks;
import io.mergedesk.conflicts.Choice.Whole;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceTest {

    @ParameterizedTest(name = "{0} of one, eins, 1 is {1}")
    @CsvSource({
        "BASE, one",
        "THEIRS, eins",
        "MINE, 1",
        "THEIRS_THEN_MINE, eins 1",
        "MINE_THEN_THEIRS, 1 eins"
    })
    void a_run_is_taken_from_either_side_or_both_in_either_order(HunkChoice choice, String result) {
        assertThat(choice.of(new Hunk.Differ("one", "eins", "1"))).isEqualTo(result);
    }

    @ParameterizedTest(name = "[{0}] then [{1}] is [{2}]")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'','1','1'",
                "'eins','','eins'",
                "'','',''",
                "'eins','1','eins 1'",
                "'eins ','1','eins 1'",
                "'eins',' 1','eins 1'",
                "'e','1','e 1'",
                "' ','1',' 1'"
            })
    void what_stands_together_is_parted_once(String theirs, String mine, String result) {
        assertThat(HunkChoice.THEIRS_THEN_MINE.of(new Hunk.Differ("one", theirs, mine)))
                .isEqualTo(result);
    }

    @Test
    void lines_are_parted_by_a_line_whichever_side_has_them_and_wherever() {
        assertThat(together("a\nb", "c")).isEqualTo("a\nb\nc");
        assertThat(together("a", "b\nc")).isEqualTo("a\nb\nc");
        assertThat(together("a\n", "b")).isEqualTo("a\nb");
        assertThat(together("a", "\nb")).isEqualTo("a\nb");
        assertThat(together("\na", "b")).isEqualTo("\na\nb");
        assertThat(together("a", "b\n")).isEqualTo("a\nb\n");
    }

    private static String together(String theirs, String mine) {
        return HunkChoice.THEIRS_THEN_MINE.of(new Hunk.Differ("", theirs, mine));
    }

    @Test
    void names_for_tables_and_programs_never_change() {
        assertThat(Whole.values())
                .extracting(Whole::wireName)
                .containsExactly("mine", "theirs", "base", "both");
        assertThat(HunkChoice.values())
                .extracting(HunkChoice::wireName)
                .containsExactly("base", "theirs", "mine", "theirs-then-mine", "mine-then-theirs");
    }

    @ParameterizedTest
    @EnumSource(Whole.class)
    void a_whole_choice_is_found_by_its_name(Whole choice) {
        assertThat(Whole.parse(choice.wireName())).contains(choice);
        assertThat(Whole.parse(choice.name())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HunkChoice.class)
    void a_choice_of_a_run_is_found_by_its_name(HunkChoice choice) {
        assertThat(HunkChoice.parse(choice.wireName())).contains(choice);
        assertThat(HunkChoice.parse(choice.name())).isEmpty();
    }

    @Test
    void runs_are_chosen_one_after_the_other_and_the_last_choice_counts() {
        var first = Hunks.NONE.with(4, HunkChoice.MINE);

        var both = first.with(1, HunkChoice.BASE).with(4, HunkChoice.THEIRS);

        assertThat(both).isEqualTo(Hunks.of(Map.of(1, HunkChoice.BASE, 4, HunkChoice.THEIRS)));
        assertThat(both.byPlace().keySet()).containsExactly(1, 4);
        assertThat(first).isEqualTo(Hunks.of(Map.of(4, HunkChoice.MINE)));
        assertThat(Hunks.NONE.byPlace()).isEmpty();
    }

    @Test
    void what_was_chosen_does_not_change_behind_its_back() {
        var places = new TreeMap<>(Map.of(1, HunkChoice.BASE));
        var hunks = new Hunks(places);

        places.put(2, HunkChoice.MINE);

        assertThat(hunks.byPlace()).containsOnlyKeys(1);
        assertThatThrownBy(() -> hunks.byPlace().put(3, HunkChoice.MINE))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
