package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.EARLIER;
import static io.mergedesk.conflicts.MergeWorld.LATER;
import static io.mergedesk.conflicts.MergeWorld.bar;
import static io.mergedesk.conflicts.MergeWorld.base;
import static io.mergedesk.conflicts.MergeWorld.entity;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.mine;
import static io.mergedesk.conflicts.MergeWorld.theirs;
import static io.mergedesk.conflicts.MergeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Choice.Whole;
import io.mergedesk.conflicts.Resolution.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    private static final Merge CONTESTED =
            ThreeWayMerge.merge(
                    base("text", "a", "choice", "x", "number", "1"),
                    theirs("text", "b", "choice", "y", "number", "1"),
                    mine("text", "c", "choice", "z", "number", "2"),
                    BY_FIELD);

    private static Merge merge(String field, String base, String theirs, String mine) {
        return ThreeWayMerge.merge(
                base(field, base), theirs(field, theirs), mine(field, mine), BY_FIELD);
    }

    private static Outcome resolve(Merge merge, String field, Choice choice) {
        return Resolution.of(merge, Decisions.NONE.with(field(field), choice));
    }

    private static FieldValues content(Merge merge, Outcome outcome) {
        return ((Outcome.Complete) outcome).resolution().patch().applyTo(merge.theirs().values());
    }

    @Test
    void what_is_not_decided_is_open() {
        assertThat(Resolution.of(CONTESTED, Decisions.NONE))
                .isEqualTo(
                        new Outcome.Open(
                                false, new TreeSet<>(Set.of(field("choice"), field("text")))));
        assertThat(resolve(CONTESTED, "text", Whole.MINE))
                .isEqualTo(new Outcome.Open(false, new TreeSet<>(Set.of(field("choice")))));
    }

    @Test
    void each_field_says_what_was_chosen_and_by_whom() {
        var decisions =
                Decisions.NONE.with(field("text"), Whole.MINE).with(field("choice"), Whole.BASE);

        var resolution = ((Outcome.Complete) Resolution.of(CONTESTED, decisions)).resolution();

        assertThat(resolution.deleted()).isFalse();
        assertThat(resolution.fields())
                .containsEntry(
                        field("text"),
                        new Resolution.Decided(
                                value("text", "a"),
                                value("text", "b"),
                                value("text", "c"),
                                value("text", "c"),
                                Rule.CONTESTED,
                                Optional.of(Whole.MINE)))
                .containsEntry(
                        field("number"),
                        new Resolution.Decided(
                                value("number", "1"),
                                value("number", "1"),
                                value("number", "2"),
                                value("number", "2"),
                                Rule.MINE_ONLY,
                                Optional.empty()));
        assertThat(resolution.patch().applyTo(CONTESTED.theirs().values()))
                .isEqualTo(entity("text", "c", "choice", "x", "number", "2"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"MINE, c", "THEIRS, b", "BASE, a"})
    void a_whole_value_can_be_taken_from_each(Whole choice, String result) {
        var merge = merge("text", "a", "b", "c");

        assertThat(content(merge, resolve(merge, "text", choice)))
                .isEqualTo(entity("text", result));
    }

    @ParameterizedTest(name = "{0}: both of {1}, {2} and {3} is {4}")
    @CsvSource({
        "choices, a, b, c, b;c",
        "long-text, Notes., 'Notes. Called.', 'Notes. Mailed.', 'Notes. Called. Mailed.'",
        "long-text, '', 'Called.', 'Mailed.', 'Called. Mailed.'",
        "long-text, 'one', '1', 'eins', '1 eins'",
        "text, 4, 5, 6, 5 6",
    })
    void both_can_stand_in_sets_and_texts(
            String field, String base, String theirs, String mine, String result) {
        var merge = merge(field, base, theirs, mine);

        assertThat(content(merge, resolve(merge, field, Whole.BOTH)))
                .isEqualTo(entity(field, result));
    }

    @Test
    void lines_of_both_stay_lines() {
        var merge = merge("long-text", "", "Called.\nTwice.", "Mailed.");

        assertThat(content(merge, resolve(merge, "long-text", Whole.BOTH)))
                .isEqualTo(entity("long-text", "Called.\nTwice.\nMailed."));
    }

    @Test
    void both_cannot_stand_in_a_number() {
        assertThat(resolve(merge("number", "1", "2", "3"), "number", Whole.BOTH))
                .isEqualTo(
                        new Outcome.Unfit(
                                new TreeMap<>(
                                        Map.of(
                                                field("number"),
                                                "a text or a set, of which both can stand"))));
        assertThat(resolve(merge("choices", "a", "", "a;b"), "choices", Whole.BOTH))
                .isInstanceOf(Outcome.Unfit.class);
    }

    @Test
    void a_value_of_ones_own_must_fit_the_field() {
        var merge = merge("number", "1", "2", "3");

        assertThat(content(merge, resolve(merge, "number", new Choice.Value(value("number", "4")))))
                .isEqualTo(entity("number", "4"));
        assertThat(content(merge, resolve(merge, "number", new Choice.Value(null))))
                .isEqualTo(FieldValues.NONE);
        assertThat(resolve(merge, "number", new Choice.Value(new FieldValue.Text("4"))))
                .isInstanceOfSatisfying(
                        Outcome.Unfit.class,
                        unfit ->
                                assertThat(unfit.expectations().get(field("number")))
                                        .startsWith("a number like"));
    }

    @Test
    void runs_of_a_text_are_chosen_one_by_one() {
        var merge =
                merge(
                        "long-text",
                        "one x x two x x three",
                        "1 x x 2 x x three",
                        "eins x x two x x drei");
        var hunks = merge.hunks(field("long-text"));
        int disputed = hunks.indexOf(new Hunk.Differ("one", "1", "eins"));
        int theirsOnly = hunks.indexOf(new Hunk.TheirsOnly("two", "2"));

        assertThat(
                        content(
                                merge,
                                resolve(
                                        merge,
                                        "long-text",
                                        Choice.Hunks.of(Map.of(disputed, HunkChoice.MINE)))))
                .isEqualTo(entity("long-text", "eins x x 2 x x drei"));
        assertThat(
                        content(
                                merge,
                                resolve(
                                        merge,
                                        "long-text",
                                        Choice.Hunks.of(
                                                Map.of(
                                                        disputed,
                                                        HunkChoice.MINE_THEN_THEIRS,
                                                        theirsOnly,
                                                        HunkChoice.BASE)))))
                .isEqualTo(entity("long-text", "eins 1 x x two x x drei"));
        assertThat(
                        resolve(
                                merge,
                                "long-text",
                                Choice.Hunks.of(Map.of(theirsOnly, HunkChoice.BASE))))
                .isInstanceOf(Outcome.Open.class);
        assertThat(
                        resolve(
                                merge,
                                "long-text",
                                Choice.Hunks.of(Map.of(hunks.size(), HunkChoice.BASE))))
                .isInstanceOf(Outcome.Unfit.class);
        assertThat(resolve(merge, "long-text", Choice.Hunks.of(Map.of(-1, HunkChoice.BASE))))
                .isInstanceOf(Outcome.Unfit.class);
    }

    @Test
    void a_text_that_comes_out_empty_clears_the_field() {
        var merge = merge("long-text", "one", "1", "eins");
        var nothing = ThreeWayMerge.merge(base(), theirs("text", "a"), mine("text", "b"), BY_FIELD);

        assertThat(
                        content(
                                nothing,
                                resolve(
                                        nothing,
                                        "text",
                                        Choice.Hunks.of(Map.of(0, HunkChoice.BASE)))))
                .isEqualTo(FieldValues.NONE);
        assertThat(
                        content(
                                merge,
                                resolve(
                                        merge,
                                        "long-text",
                                        Choice.Hunks.of(Map.of(0, HunkChoice.THEIRS)))))
                .isEqualTo(entity("long-text", "1"));
    }

    @Test
    void what_was_merged_without_asking_can_be_overruled() {
        var merge = merge("long-text", "one two three four", "1 two three four", "one two three 4");

        assertThat(content(merge, Resolution.of(merge, Decisions.NONE)))
                .isEqualTo(entity("long-text", "1 two three 4"));
        assertThat(content(merge, resolve(merge, "long-text", Whole.THEIRS)))
                .isEqualTo(entity("long-text", "1 two three four"));
        assertThat(
                        content(
                                merge,
                                resolve(
                                        merge,
                                        "long-text",
                                        Choice.Hunks.of(Map.of(0, HunkChoice.BASE)))))
                .isEqualTo(entity("long-text", "one two three 4"));
    }

    @Test
    void a_field_that_nobody_touched_can_be_changed_on_the_way() {
        var merge = merge("text", "a", "b", "b");

        assertThat(content(merge, resolve(merge, "number", new Choice.Value(value("number", "4")))))
                .isEqualTo(entity("text", "b", "number", "4"));
    }

    @Test
    void what_may_not_be_written_cannot_be_chosen() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        theirs("text", "a"),
                        mine("text", "b").barring(bar("text", Bar.READ_ONLY)),
                        BY_FIELD);

        assertThat(resolve(merge, "text", Whole.MINE)).isInstanceOf(Outcome.Unfit.class);
        assertThat(resolve(merge, "text", Whole.THEIRS)).isInstanceOf(Outcome.Complete.class);
    }

    @Test
    void a_group_is_decided_as_one() {
        var merge =
                ThreeWayMerge.merge(
                        base("street", "Quay 4", "postcode", "1000"),
                        theirs("street", "Mole 1", "postcode", "1000"),
                        mine("street", "Quay 4", "postcode", "2000"),
                        BY_FIELD);

        assertThat(content(merge, resolve(merge, "street", Whole.MINE)))
                .isEqualTo(entity("street", "Quay 4", "postcode", "2000"));
        assertThat(
                        Resolution.of(
                                merge,
                                Decisions.NONE
                                        .with(field("street"), Whole.MINE)
                                        .with(field("postcode"), Whole.THEIRS)))
                .isEqualTo(
                        new Outcome.Unfit(
                                new TreeMap<>(
                                        Map.of(
                                                field("street"),
                                                "one choice for the whole group Address"))));
        assertThat(
                        content(
                                merge,
                                Resolution.of(
                                        merge,
                                        Decisions.NONE
                                                .with(field("street"), Whole.THEIRS)
                                                .with(
                                                        field("postcode"),
                                                        new Choice.Value(
                                                                value("postcode", "3000"))))))
                .isEqualTo(entity("street", "Mole 1", "postcode", "3000"));
    }

    @Test
    void an_edited_entity_that_was_deleted_is_kept_or_deleted_by_a_person() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a"),
                        Side.deleted(entity("text", "a"), EARLIER),
                        Side.of(entity("text", "b"), LATER),
                        BY_FIELD);

        var kept = Resolution.of(merge, Decisions.NONE.with(EntityChoice.KEEP));
        var deleted = Resolution.of(merge, Decisions.NONE.with(EntityChoice.DELETE));

        assertThat(Resolution.of(merge, Decisions.NONE))
                .isEqualTo(new Outcome.Open(true, new TreeSet<>()));
        assertThat(((Outcome.Complete) kept).resolution().deleted()).isFalse();
        assertThat(content(merge, kept)).isEqualTo(entity("text", "b"));
        assertThat(((Outcome.Complete) deleted).resolution().deleted()).isTrue();
        assertThat(content(merge, deleted)).isEqualTo(entity("text", "a"));
        assertThat(((Outcome.Complete) deleted).resolution().fields().get(field("text")))
                .isNotNull()
                .satisfies(decided -> assertThat(decided.mine()).isEqualTo(value("text", "b")));
    }

    @Test
    void a_decision_can_be_taken_back() {
        var decisions = Decisions.NONE.with(field("text"), Whole.MINE).without(field("text"));

        assertThat(decisions).isEqualTo(Decisions.NONE);
    }
}
