package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.LATER;
import static io.mergedesk.conflicts.MergeWorld.base;
import static io.mergedesk.conflicts.MergeWorld.entity;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.merge;
import static io.mergedesk.conflicts.MergeWorld.mine;
import static io.mergedesk.conflicts.MergeWorld.theirs;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.conflicts.Choice.Whole;
import io.mergedesk.conflicts.Suggestion.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

    @ParameterizedTest(name = "{0}: {1} made {2} and {3}, {4} is suggested as {5}")
    @CsvSource({
        "number, 1, 2, 3, MINE, NEWER",
        "text, Quay, Quay 4, Mole, MINE, NEWER",
        "text, Quay, Quay 4, Quay 4 b, MINE, CONTAINS_THE_OTHER",
        "text, Mole, Quay 4 b, Quay 4, THEIRS, CONTAINS_THE_OTHER",
        "text, '', Quay, Mole, MINE, NEWER",
        "choices, '', a;b, a, THEIRS, CONTAINS_THE_OTHER",
        "choices, '', a;b, a;c, MINE, NEWER",
        "long-text, 'Notes.', 'Notes. Called.', 'Notes. Mailed.', BOTH, BOTH_ADDED",
        "long-text, '', 'Called.', 'Mailed.', BOTH, BOTH_ADDED",
        "long-text, 'one', 'two', 'three', MINE, NEWER",
    })
    void what_is_likely_is_suggested_with_its_reason(
            String field, String base, String theirs, String mine, Whole choice, Why why) {
        assertThat(merge(BY_FIELD, field, base, theirs, mine))
                .isInstanceOfSatisfying(
                        Contest.class,
                        contest ->
                                assertThat(contest.suggestion())
                                        .contains(new Suggestion(choice, why)));
    }

    @Test
    void both_are_not_suggested_where_both_wrote_the_same_line() {
        assertThat(merge(BY_FIELD, "long-text", "", "Called.\nMailed.", "Called.\nWaits."))
                .isInstanceOfSatisfying(
                        Contest.class,
                        contest ->
                                assertThat(contest.suggestion())
                                        .contains(new Suggestion(Whole.MINE, Why.NEWER)));
    }

    @Test
    void a_group_gets_one_suggestion() {
        var merge =
                ThreeWayMerge.merge(
                        base("street", "Quay", "postcode", "1"),
                        Side.of(entity("street", "Quay 4", "postcode", "1"), LATER),
                        Side.of(entity("street", "Quay", "postcode", "2"), MergeWorld.EARLIER),
                        BY_FIELD);

        assertThat(merge.contests().values())
                .allMatch(contest ->
                        contest.suggestion()
                                .equals(
                                        java.util.Optional.of(
                                                new Suggestion(Whole.THEIRS, Why.NEWER))));
    }

    @Test
    void nothing_is_suggested_where_nothing_is_contested() {
        assertThat(
                        ThreeWayMerge.merge(
                                        base("text", "a"),
                                        theirs("text", "a"),
                                        mine("text", "b"),
                                        BY_FIELD)
                                .of(field("text")))
                .isNotInstanceOf(Contest.class);
    }
}
