package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.base;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.merge;
import static io.mergedesk.conflicts.MergeWorld.mine;
import static io.mergedesk.conflicts.MergeWorld.policy;
import static io.mergedesk.conflicts.MergeWorld.theirs;
import static io.mergedesk.conflicts.MergeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.conflicts.Contest.Reason;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// One field, whatever its kind and policy.
class FieldMergeTest {

    private static final Map<String, String[]> THREE_OF_EACH_KIND =
            Map.ofEntries(
                    Map.entry("text", new String[] {"a", "b", "c"}),
                    Map.entry("long-text", new String[] {"a", "b", "c"}),
                    Map.entry("number", new String[] {"1", "2", "3"}),
                    Map.entry("money", new String[] {"1 EUR", "2 EUR", "3 EUR"}),
                    Map.entry("date", new String[] {"2026-01-01", "2026-01-02", "2026-01-03"}),
                    Map.entry(
                            "date-time",
                            new String[] {
                                "2026-01-01T00:00:00Z",
                                "2026-01-02T00:00:00Z",
                                "2026-01-03T00:00:00Z"
                            }),
                    Map.entry("choice", new String[] {"a", "b", "c"}),
                    Map.entry("choices", new String[] {"a", "b", "c"}),
                    Map.entry("email", new String[] {"a@b.org", "b@b.org", "c@b.org"}),
                    Map.entry("url", new String[] {"https://a.b", "https://b.b", "https://c.b"}),
                    Map.entry(
                            "reference",
                            new String[] {
                                "019b0000-0000-7000-8000-000000000001",
                                "019b0000-0000-7000-8000-000000000002",
                                "019b0000-0000-7000-8000-000000000003"
                            }),
                    Map.entry("person", new String[] {"anna", "ben", "cleo"}));

    static Stream<String> kinds() {
        return Arrays.stream(FieldKind.values())
                .filter(kind -> kind != FieldKind.YES_NO)
                .map(FieldKind::wireName);
    }

    private static String[] threeOf(String kind) {
        return java.util.Objects.requireNonNull(THREE_OF_EACH_KIND.get(kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_value_of_any_kind_that_both_changed_differently_is_contested(String kind) {
        var values = threeOf(kind);

        var outcome = merge(BY_FIELD, kind, values[0], values[1], values[2]);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Contest.class,
                        contest -> {
                            assertThat(contest.base()).isEqualTo(value(kind, values[0]));
                            assertThat(contest.theirs()).isEqualTo(value(kind, values[1]));
                            assertThat(contest.mine()).isEqualTo(value(kind, values[2]));
                            assertThat(contest.result()).isEqualTo(contest.theirs());
                        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void last_write_wins_takes_the_later_one_of_any_kind_and_names_the_loser(String kind) {
        var values = threeOf(kind);
        var byTime = policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE);

        var merge =
                ThreeWayMerge.merge(
                        base(kind, values[0]),
                        theirs(kind, values[1]),
                        mine(kind, values[2]),
                        byTime);

        assertThat(merge.of(field(kind)).result()).isEqualTo(value(kind, values[2]));
        assertThat(merge.of(field(kind)).rule()).isEqualTo(Rule.NEWEST);
        assertThat(merge.overruled())
                .containsExactly(
                        new Merge.Overruled(
                                field(kind), Party.THEIRS, value(kind, values[1]), Rule.NEWEST));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void manual_asks_about_any_kind_and_says_why(String kind) {
        var values = threeOf(kind);

        var outcome =
                merge(
                        policy(MergeStrategy.MANUAL, Strictness.VALUE),
                        kind,
                        values[0],
                        values[1],
                        values[2]);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Contest.class,
                        contest -> assertThat(contest.reason()).isEqualTo(Reason.POLICY));
    }

    @ParameterizedTest
    @EnumSource(MergeStrategy.class)
    void what_one_side_changed_is_taken_by_every_strategy(MergeStrategy strategy) {
        var policy = policy(strategy, Strictness.VALUE);

        assertThat(merge(policy, "text", "a", "a", "b").rule()).isEqualTo(Rule.MINE_ONLY);
        assertThat(merge(policy, "text", "a", "b", "a").rule()).isEqualTo(Rule.THEIRS_ONLY);
        assertThat(merge(policy, "text", "a", "b", "b").rule()).isEqualTo(Rule.SAME);
        assertThat(merge(policy, "text", "a", "a", "a").rule()).isEqualTo(Rule.UNTOUCHED);
        assertThat(merge(policy, "text", "a", "a", "").result()).isNull();
        for (var party : Party.values()) {
            assertThat(merge(policy, "text", "a", "a", "a").of(party))
                    .isEqualTo(value("text", "a"));
        }
        assertThat(merge(policy, "text", "a", "a", "a").result()).isEqualTo(value("text", "a"));
    }

    @ParameterizedTest(name = "{0}: {1} made {2} and {3} is {4} by {5}")
    @CsvSource({
        "choices, a;b, a;b;c, a, a;c, MEMBERS",
        "choices, a;b, a;b;c, a;b;d, a;b;c;d, MEMBERS",
        "choices, a;b;c, a;b, b;c, b, MEMBERS",
        "choices, a;b, a;b;c, b;d, b;c;d, MEMBERS",
        "choices, a, b, b;c, b;c, MEMBERS",
        "stock, 10, 12, 7, 9, SUM",
        "stock, 10, 12, 12, 14, SUM",
        "stock, '', 12, 12, 12, SAME",
        "stock, 10, '', '', '', SAME",
        "balance, 1 EUR, 2 USD, 2 USD, 2 USD, SAME",
        "balance, 10 EUR, 12 EUR, 7.50 EUR, 9.50 EUR, SUM",
        "long-text, one two three four, one two three 4, 1 two three four, 1 two three 4, WORDS",
        "text, quay, 'quay ', ' quay', ' quay', SAME",
        "text, quay, 'quay ', depot, depot, MINE_ONLY",
        "text, quay, depot, 'quay ', depot, THEIRS_ONLY",
        "email, a@B.org, a@b.org, a@c.org, a@c.org, MINE_ONLY",
        "number, 1.50, 1.5, 2, 2, MINE_ONLY",
        "date-time, 2026-01-31T10:00:00+01:00, 2026-01-31T09:00:00Z, 2026-01-31T09:30:00Z,"
                + " 2026-01-31T09:30:00Z, MINE_ONLY",
    })
    void two_changes_are_joined_where_the_kind_allows_it(
            String field, String base, String theirs, String mine, String result, Rule rule) {
        var outcome = merge(BY_FIELD, field, base, theirs, mine);

        assertThat(outcome.result()).isEqualTo(value(field, result));
        assertThat(outcome.rule()).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{0}: {1} made {2} and {3} is asked about: {4}")
    @CsvSource({
        "choices, a, b, c, REPLACED_DIFFERENTLY",
        "choices, a;b, a;b;c, d, REPLACED_DIFFERENTLY",
        "choices, a;b, d, a;b;c, REPLACED_DIFFERENTLY",
        "choices, a;b, b;c, b;d, REPLACED_DIFFERENTLY",
        "choices, a;b, a, b, DIFFERENT",
        "choices, '', a, b, BOTH_FILLED",
        "choices, a, '', a;b, CLEARED",
        "text, a, '', b, CLEARED",
        "text, a, b, '', CLEARED",
        "text, '', a, b, BOTH_FILLED",
        "stock, '', 1, 2, BOTH_FILLED",
        "number, 1, 2, 3, DIFFERENT",
        "balance, 1 EUR, 2 EUR, 3 USD, DIFFERENT",
        "balance, 1 EUR, 2 USD, 3 USD, DIFFERENT",
        "balance, 1 USD, 2 USD, 3 EUR, DIFFERENT",
        "stock, 1, 9999999999999999999999, 2, DIFFERENT",
        "long-text, one two, one 2, one zwei, SAME_WORDS",
        "long-text, one two three four, one two, three four, SAME_WORDS",
    })
    void two_changes_that_cannot_be_joined_are_asked_about(
            String field, String base, String theirs, String mine, Reason reason) {
        assertThat(merge(BY_FIELD, field, base, theirs, mine))
                .isInstanceOfSatisfying(
                        Contest.class, contest -> assertThat(contest.reason()).isEqualTo(reason));
    }

    @Test
    void a_stricter_type_joins_fields_but_nothing_within_one() {
        var strict = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.FIELD);

        assertThat(merge(strict, "choices", "a;b", "a;b;c", "a").rule()).isEqualTo(Rule.CONTESTED);
        assertThat(
                        ThreeWayMerge.merge(
                                        base(), theirs("text", "a"), mine("number", "1"), strict)
                                .isDecided())
                .isTrue();
    }

    @Test
    void the_strictest_type_asks_about_any_two_edits() {
        var strictest = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.ENTITY);

        var merge =
                ThreeWayMerge.merge(
                        base("url", "https://a.b"),
                        theirs("url", "https://a.b", "text", "a"),
                        mine("url", "https://a.b", "number", "1"),
                        strictest);

        assertThat(merge.contests().keySet()).containsExactly(field("number"), field("text"));
        assertThat(merge.contests().values())
                .allMatch(contest -> contest.reason() == Reason.POLICY);
    }

    @Test
    void a_field_overrides_the_strategy_of_its_type() {
        var policy =
                MergeWorld.with(
                        BY_FIELD,
                        "text",
                        FieldPolicy.of(FieldKind.TEXT, MergeStrategy.LAST_WRITE_WINS));

        var merge =
                ThreeWayMerge.merge(
                        base("text", "a", "choice", "a"),
                        theirs("text", "b", "choice", "b"),
                        mine("text", "c", "choice", "c"),
                        policy);

        assertThat(merge.of(field("text")).rule()).isEqualTo(Rule.NEWEST);
        assertThat(merge.contests()).containsOnlyKeys(field("choice"));
    }

    @Test
    void a_field_that_is_not_named_is_a_text_under_the_strategy_of_the_type() {
        assertThat(merge(BY_FIELD, "unheard", "a", "b", "c").rule()).isEqualTo(Rule.CONTESTED);
        assertThat(
                        merge(
                                        policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE),
                                        "unheard",
                                        "a",
                                        "b",
                                        "c")
                                .rule())
                .isEqualTo(Rule.NEWEST);
    }

    @Test
    void a_contested_text_shows_its_runs() {
        var outcome = merge(BY_FIELD, "text", "Old Quay 4", "Old Quay 5", "Old Quay 6");

        assertThat(((Contest) outcome).hunks())
                .containsExactly(new Hunk.Stable("Old Quay "), new Hunk.Differ("4", "5", "6"));
        assertThat(((Contest) merge(BY_FIELD, "url", "", "https://a.b", "https://c.d")).hunks())
                .isEmpty();
    }

    @Test
    void what_is_left_to_apply_is_only_what_is_not_there_yet() {
        var merge =
                ThreeWayMerge.merge(
                        base("text", "a", "number", "1", "choice", "x"),
                        theirs("text", "b", "number", "1", "choice", "y"),
                        mine("text", "a", "choice", "z"),
                        BY_FIELD);

        assertThat(merge.patch().fields()).containsExactly(field("number"));
        assertThat(merge.content()).isEqualTo(MergeWorld.entity("text", "b", "choice", "y"));
        assertThat(merge.isDecided()).isFalse();
    }
}
