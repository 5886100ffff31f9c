package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.EARLIER;
import static io.mergedesk.conflicts.MergeWorld.base;
import static io.mergedesk.conflicts.MergeWorld.entity;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.mine;
import static io.mergedesk.conflicts.MergeWorld.theirs;
import static io.mergedesk.conflicts.MergeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Choice.Whole;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A third save while somebody is merging.
class RebaseTest {

    private static final Base BASE =
            base("text", "a", "choice", "x", "street", "s", "postcode", "p");
    private static final Side MINE =
            mine("text", "c", "choice", "z", "street", "s", "postcode", "p2");

    private static Merge against(String... theirs) {
        return ThreeWayMerge.merge(BASE, theirs(theirs), MINE, BY_FIELD);
    }

    private static final Merge BEFORE =
            against("text", "b", "choice", "y", "street", "s2", "postcode", "p");

    @Test
    void decisions_stay_and_only_what_is_new_is_asked() {
        var decisions =
                Decisions.NONE
                        .with(field("text"), Whole.MINE)
                        .with(field("choice"), Whole.THEIRS)
                        .with(field("street"), Whole.MINE);
        var now = against("text", "b", "choice", "w", "street", "s2", "postcode", "p");

        var rebase = Rebase.of(decisions, BEFORE, now);

        assertThat(rebase.decisions())
                .isEqualTo(
                        Decisions.NONE
                                .with(field("text"), Whole.MINE)
                                .with(field("street"), Whole.MINE));
        assertThat(rebase.again()).containsOnly(Map.entry(field("choice"), Whole.THEIRS));
        assertThat(Resolution.of(now, rebase.decisions()))
                .isInstanceOfSatisfying(
                        Resolution.Outcome.Open.class,
                        open -> assertThat(open.fields()).containsExactly(field("choice")));
    }

    @Test
    void nothing_is_asked_again_when_nothing_moved() {
        var decisions = Decisions.NONE.with(field("text"), new Choice.Value(value("text", "d")));

        assertThat(Rebase.of(decisions, BEFORE, BEFORE).decisions()).isEqualTo(decisions);
        assertThat(Rebase.of(decisions, BEFORE, BEFORE).again()).isEmpty();
    }

    @Test
    void what_was_chosen_and_is_there_by_now_needs_no_more_asking() {
        var mineIsThere = against("text", "c", "choice", "y", "street", "s2", "postcode", "p");
        var ownIsThere = against("text", "d", "choice", "y", "street", "s2", "postcode", "p");
        var own = new Choice.Value(value("text", "d"));

        var byMine = Rebase.of(Decisions.NONE.with(field("text"), Whole.MINE), BEFORE, mineIsThere);
        var byOwn = Rebase.of(Decisions.NONE.with(field("text"), own), BEFORE, ownIsThere);

        assertThat(byMine).isEqualTo(new Rebase(Decisions.NONE, new java.util.TreeMap<>()));
        assertThat(byOwn)
                .isEqualTo(
                        new Rebase(
                                Decisions.NONE.with(field("text"), Whole.THEIRS),
                                new java.util.TreeMap<>()));
    }

    @Test
    void a_group_that_moved_anywhere_is_asked_again_as_a_whole() {
        var decisions =
                Decisions.NONE
                        .with(field("street"), Whole.MINE)
                        .with(field("postcode"), Whole.MINE);
        var now = against("text", "b", "choice", "y", "street", "s3", "postcode", "p");

        var rebase = Rebase.of(decisions, BEFORE, now);

        assertThat(rebase.decisions()).isEqualTo(Decisions.NONE);
        assertThat(rebase.again()).containsOnlyKeys(field("postcode"), field("street"));
    }

    @Test
    void choices_of_runs_stay_where_the_run_is_word_for_word_the_same() {
        var base = base("long-text", "one x x two x x three");
        var mine = mine("long-text", "eins x x zwei x x three");
        var before =
                ThreeWayMerge.merge(base, theirs("long-text", "1 x x 2 x x three"), mine, BY_FIELD);
        var now = ThreeWayMerge.merge(base, theirs("long-text", "1 x x ii x x 3"), mine, BY_FIELD);
        int one = before.hunks(field("long-text")).indexOf(new Hunk.Differ("one", "1", "eins"));
        int two = before.hunks(field("long-text")).indexOf(new Hunk.Differ("two", "2", "zwei"));
        var decisions =
                Decisions.NONE.with(
                        field("long-text"),
                        Choice.Hunks.of(Map.of(one, HunkChoice.MINE, two, HunkChoice.THEIRS)));

        var rebase = Rebase.of(decisions, before, now);

        assertThat(rebase.decisions())
                .isEqualTo(
                        Decisions.NONE.with(
                                field("long-text"),
                                Choice.Hunks.of(
                                        Map.of(
                                                now.hunks(field("long-text"))
                                                        .indexOf(
                                                                new Hunk.Differ(
                                                                        "one", "1", "eins")),
                                                HunkChoice.MINE))));
        assertThat(rebase.again()).containsOnlyKeys(field("long-text"));
    }

    @Test
    void a_decision_about_what_is_no_longer_contested_is_shown_again_not_applied() {
        var reverted = against("text", "a", "choice", "y", "street", "s2", "postcode", "p");

        var rebase = Rebase.of(Decisions.NONE.with(field("text"), Whole.THEIRS), BEFORE, reverted);

        assertThat(rebase.decisions()).isEqualTo(Decisions.NONE);
        assertThat(rebase.again()).containsOnlyKeys(field("text"));
    }

    @Test
    void keeping_or_deleting_is_asked_again_when_more_was_edited() {
        var deleting = Side.deleted(entity("text", "a", "number", "1"), MergeWorld.LATER);
        var base = base("text", "a", "number", "1");
        var before =
                ThreeWayMerge.merge(base, theirs("text", "b", "number", "1"), deleting, BY_FIELD);
        var same =
                ThreeWayMerge.merge(
                        base,
                        Side.of(entity("text", "c", "number", "1"), EARLIER),
                        deleting,
                        BY_FIELD);
        var more =
                ThreeWayMerge.merge(base, theirs("text", "b", "number", "2"), deleting, BY_FIELD);
        var decided = Decisions.NONE.with(EntityChoice.DELETE);

        assertThat(Rebase.of(decided, before, before).decisions()).isEqualTo(decided);
        assertThat(Rebase.of(decided, before, same).decisions().entity()).isEmpty();
        assertThat(Rebase.of(decided, before, more).decisions().entity())
                .isEqualTo(Optional.empty());
    }
}
