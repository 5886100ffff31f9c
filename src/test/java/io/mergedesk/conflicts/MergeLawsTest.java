package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.EARLIER;
import static io.mergedesk.conflicts.MergeWorld.LATER;
import static io.mergedesk.conflicts.MergeWorld.entity;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.conflicts.Choice.Whole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every merge, tried on all merges of some small worlds, under every policy.
class MergeLawsTest {

    record World(String name, MergePolicy policy, List<FieldValues> contents) {
        @Override
        public String toString() {
            return name;
        }

        void forAll(TriConsumer<Base, FieldValues, FieldValues> law) {
            for (var one : contents) {
                for (var other : contents) {
                    law.accept(Base.NONE, one, other);
                    for (var base : contents) {
                        law.accept(Base.of(base), one, other);
                        law.accept(Base.deleted(base), one, other);
                    }
                }
            }
        }
    }

    interface TriConsumer<A, B, C> {
        void accept(A a, B b, C c);
    }

    static Stream<World> worlds() {
        var all = new ArrayList<World>();
        for (var strategy : MergeStrategy.values()) {
            for (var strictness : Strictness.values()) {
                var policy = MergeWorld.policy(strategy, strictness);
                var words = strategy.wireName() + ", " + strictness.wireName() + ": ";
                all.add(new World(words + "two fields", policy, twoOf("text", "number", "1", "2")));
                all.add(
                        new World(
                                words + "a group", policy, twoOf("street", "postcode", "a", "b")));
                all.add(
                        new World(
                                words + "a set",
                                policy,
                                of("choices", "a", "b", "c", "a;b", "a;c", "b;c", "a;b;c")));
                all.add(
                        new World(
                                words + "a sum",
                                policy,
                                of("stock", "1", "2", "5", "-3", "9999999999999999999999")));
                all.add(
                        new World(
                                words + "an amount",
                                policy,
                                of("balance", "1 EUR", "2 EUR", "2 USD", "3 USD")));
                all.add(
                        new World(
                                words + "blanks", policy, of("text", "a", "a ", " a", "b", "b ")));
                all.add(
                        new World(
                                words + "a long text",
                                policy,
                                of(
                                        "long-text",
                                        "a b c d e f",
                                        "A b c d e f",
                                        "a b c d e F",
                                        "a b C d e f",
                                        "a b c d e f g",
                                        "a b c d e f\nh",
                                        "b c d e f")));
            }
        }
        return all.stream();
    }

    private static List<FieldValues> of(String field, String... values) {
        var all = new ArrayList<FieldValues>();
        all.add(FieldValues.NONE);
        for (var value : values) {
            all.add(entity(field, value));
        }
        return all;
    }

    private static List<FieldValues> twoOf(String one, String other, String... values) {
        var all = new ArrayList<FieldValues>();
        for (var first : of(one, values)) {
            for (var second : of(other, values)) {
                var both = new java.util.TreeMap<>(first.byName());
                both.putAll(second.byName());
                all.add(new FieldValues(both));
            }
        }
        return all;
    }

    private static void forBoth(FieldValues theirs, FieldValues mine, BiConsumer<Side, Side> law) {
        law.accept(Side.of(theirs, EARLIER), Side.of(mine, LATER));
        law.accept(Side.deleted(theirs, EARLIER), Side.of(mine, LATER));
        law.accept(Side.of(theirs, EARLIER), Side.deleted(mine, EARLIER));
        law.accept(Side.deleted(theirs, LATER), Side.deleted(mine, EARLIER));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void both_the_same_is_that(World world) {
        world.forAll((base, one, _) -> {
            var merge =
                    ThreeWayMerge.merge(
                            base, Side.of(one, EARLIER), Side.of(one, LATER), world.policy());
            if (merge.fields().values().stream().anyMatch(MergeLawsTest::isSum)) {
                return;
            }

            assertThat(merge.content()).isEqualTo(one);
            assertThat(merge.isDecided()).isTrue();
            assertThat(merge.overruled()).isEmpty();
        });
    }

    /// The exception to the law above: what adds up counts as often as it was done.
    private static boolean isSum(FieldOutcome outcome) {
        return outcome.rule() == Rule.SUM;
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void against_no_change_every_change_is_taken(World world) {
        world.forAll((base, one, _) -> {
            if (!base.existed()) {
                return;
            }
            var same =
                    new Side(
                            base.values(),
                            base.deleted(),
                            EARLIER,
                            java.util.Map.of(),
                            java.util.Map.of());

            for (var side : List.of(Side.of(one, LATER), Side.deleted(one, LATER))) {
                var mineChanged = ThreeWayMerge.merge(base, same, side, world.policy());
                var theirsChanged = ThreeWayMerge.merge(base, side, same, world.policy());

                for (var merge : List.of(mineChanged, theirsChanged)) {
                    assertThat(merge.content()).isEqualTo(one);
                    assertThat(merge.isDecided()).isTrue();
                    assertThat(merge.entity().deleted()).isEqualTo(side.deleted());
                    assertThat(merge.overruled()).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void swapping_the_sides_swaps_the_labels_and_nothing_else(World world) {
        world.forAll((base, one, other) ->
                forBoth(
                        one,
                        other,
                        (theirs, mine) -> {
                            var merge = ThreeWayMerge.merge(base, theirs, mine, world.policy());
                            var swapped = ThreeWayMerge.merge(base, mine, theirs, world.policy());

                            assertThat(swapped.fields().keySet())
                                    .isEqualTo(merge.fields().keySet());
                            merge.fields()
                                    .forEach((field, outcome) ->
                                            assertThat(swapped.of(field)).isEqualTo(swap(outcome)));
                            assertThat(swapped.entity()).isEqualTo(swap(merge.entity()));
                        }));
    }

    private static FieldOutcome swap(FieldOutcome outcome) {
        var base = outcome.base();
        var theirs = outcome.mine();
        var mine = outcome.theirs();
        return switch (outcome) {
            case FieldOutcome.Untouched _ -> outcome;
            case FieldOutcome.OneSided one ->
                    new FieldOutcome.OneSided(base, theirs, mine, one.changedBy().other());
            case FieldOutcome.Same one -> new FieldOutcome.Same(base, theirs, mine, one.result());
            case FieldOutcome.Joined one ->
                    new FieldOutcome.Joined(base, theirs, mine, one.result(), one.rule());
            case FieldOutcome.Newest one ->
                    new FieldOutcome.Newest(base, theirs, mine, one.winner().other());
            case FieldOutcome.Refused one ->
                    new FieldOutcome.Refused(
                            base, theirs, mine, one.party().other(), one.bar(), one.result());
            case Contest one ->
                    new Contest(
                            base,
                            theirs,
                            mine,
                            one.reason(),
                            one.hunks().stream().map(MergeLawsTest::swap).toList(),
                            one.suggestion().map(MergeLawsTest::swap));
        };
    }

    private static Hunk swap(Hunk hunk) {
        return switch (hunk) {
            case Hunk.Stable _, Hunk.Same _ -> hunk;
            case Hunk.MineOnly(var base, var mine) -> new Hunk.TheirsOnly(base, mine);
            case Hunk.TheirsOnly(var base, var theirs) -> new Hunk.MineOnly(base, theirs);
            case Hunk.Differ(var base, var theirs, var mine) -> new Hunk.Differ(base, mine, theirs);
        };
    }

    private static Suggestion swap(Suggestion suggestion) {
        var choice = suggestion.choice();
        return new Suggestion(
                choice == Whole.MINE ? Whole.THEIRS : choice == Whole.THEIRS ? Whole.MINE : choice,
                suggestion.why());
    }

    private static EntityOutcome swap(EntityOutcome outcome) {
        return switch (outcome) {
            case EntityOutcome.Unchanged _ -> outcome;
            case EntityOutcome.Deleted(var by) -> new EntityOutcome.Deleted(swap(by));
            case EntityOutcome.Restored(var by) -> new EntityOutcome.Restored(swap(by));
            case EntityOutcome.Newest(var deleted, var winner) ->
                    new EntityOutcome.Newest(deleted, winner.other());
            case EntityOutcome.Contested(var by, var edited) ->
                    new EntityOutcome.Contested(by.other(), edited);
        };
    }

    private static java.util.Set<Party> swap(java.util.Set<Party> parties) {
        return parties.stream().map(Party::other).collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void no_value_disappears(World world) {
        world.forAll((base, one, other) ->
                forBoth(
                        one,
                        other,
                        (theirs, mine) -> {
                            var merge = ThreeWayMerge.merge(base, theirs, mine, world.policy());
                            for (var field : world.policy().fields().keySet()) {
                                for (var party : Party.values()) {
                                    var wanted =
                                            (party == Party.MINE ? mine : theirs)
                                                    .values()
                                                    .get(field);
                                    assertThat(
                                                    Objects.equals(wanted, base.values().get(field))
                                                            || isKept(
                                                                    merge.of(field), party, wanted)
                                                            || merge.overruled().stream()
                                                                    .anyMatch(told ->
                                                                            told.field()
                                                                                            .equals(
                                                                                                    field)
                                                                                    && told.party()
                                                                                            == party
                                                                                    && Objects
                                                                                            .equals(
                                                                                                    told
                                                                                                            .value(),
                                                                                                    wanted)))
                                            .as("%s of %s in %s", wanted, party, merge)
                                            .isTrue();
                                }
                            }
                            assertThat(merge.entity())
                                    .satisfies(outcome -> isTold(outcome, base, theirs, mine));
                        }));
    }

    private static void isTold(EntityOutcome outcome, Base base, Side theirs, Side mine) {
        boolean split = theirs.deleted() != mine.deleted() && !base.deleted();
        boolean edited = !(theirs.deleted() ? mine : theirs).values().equals(base.values());
        boolean told =
                outcome instanceof EntityOutcome.Contested
                        || outcome instanceof EntityOutcome.Newest;
        assertThat(told).isEqualTo(split && edited);
    }

    private static boolean isKept(FieldOutcome outcome, Party party, @Nullable FieldValue wanted) {
        return switch (outcome) {
            case Contest contest -> Objects.equals(contest.of(party), wanted);
            case FieldOutcome.Joined joined -> isIn(joined, party);
            case FieldOutcome.Decided decided -> Objects.equals(decided.result(), wanted);
        };
    }

    /// Whether what this side changed is in the joined value.
    @SuppressWarnings("JdkObsolete") // the values of a set are a SortedSet
    private static boolean isIn(FieldOutcome.Joined joined, Party party) {
        if (joined.result() instanceof FieldValue.Choices(var result)
                && joined.base() instanceof FieldValue.Choices(var base)
                && joined.of(party) instanceof FieldValue.Choices(var side)) {
            var gone = new HashSet<>(base);
            gone.removeAll(side);
            var come = new HashSet<>(side);
            come.removeAll(base);
            return result.containsAll(come) && gone.stream().noneMatch(result::contains);
        }
        if (joined.rule() == Rule.SUM) {
            return number(joined.result())
                            .subtract(number(joined.of(party.other())))
                            .compareTo(number(joined.of(party)).subtract(number(joined.base())))
                    == 0;
        }
        return joined.rule() == Rule.WORDS
                && Optional.ofNullable(joined.result()).map(Object::toString).orElse("").length()
                        > 0;
    }

    private static BigDecimal number(@Nullable FieldValue value) {
        return switch (value) {
            case FieldValue.Decimal(var number) -> number;
            case FieldValue.Money(var amount, _) -> amount;
            case null, default -> throw new IllegalArgumentException("no number: " + value);
        };
    }
}
