package io.mergedesk.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ThreeWayMergeTest {

    private static final List<FieldName> FIELDS = List.of(new FieldName("a"), new FieldName("b"));

    /// All nine contents of two fields that are missing, 1 or 2.
    private static List<FieldValues> smallWorld() {
        var all = new ArrayList<FieldValues>();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                var values = new TreeMap<FieldName, FieldValue>();
                if (a > 0) {
                    values.put(FIELDS.get(0), new FieldValue.Text("" + a));
                }
                if (b > 0) {
                    values.put(FIELDS.get(1), new FieldValue.Text("" + b));
                }
                all.add(new FieldValues(values));
            }
        }
        return all;
    }

    private static MergeResult merge(FieldValues base, FieldValues theirs, FieldValues mine) {
        return ThreeWayMerge.merge(base, theirs, Patch.between(base, mine));
    }

    @Test
    void both_to_the_same_content_is_that_content() {
        for (var base : smallWorld()) {
            for (var both : smallWorld()) {
                assertThat(merge(base, both, both)).isEqualTo(new MergeResult.Joined(Patch.NONE));
            }
        }
    }

    @Test
    void what_only_one_side_changed_is_taken_from_it() {
        for (var base : smallWorld()) {
            for (var side : smallWorld()) {
                assertThat(merge(base, base, side))
                        .isEqualTo(new MergeResult.Joined(Patch.between(base, side)));
                assertThat(merge(base, side, base)).isEqualTo(new MergeResult.Joined(Patch.NONE));
            }
        }
    }

    @Test
    void a_merge_is_symmetric_but_for_the_labels() {
        for (var base : smallWorld()) {
            for (var left : smallWorld()) {
                for (var right : smallWorld()) {
                    var one = merge(base, left, right);
                    var other = merge(base, right, left);
                    switch (one) {
                        case MergeResult.Joined(var patch) ->
                                assertThat(other)
                                        .isInstanceOfSatisfying(
                                                MergeResult.Joined.class,
                                                joined ->
                                                        assertThat(
                                                                        joined.remaining()
                                                                                .applyTo(right))
                                                                .isEqualTo(patch.applyTo(left)));
                        case MergeResult.Contested(var contests) ->
                                assertThat(other)
                                        .isInstanceOfSatisfying(
                                                MergeResult.Contested.class,
                                                contested ->
                                                        contested
                                                                .contests()
                                                                .forEach((field, contest) -> {
                                                                    var swapped =
                                                                            Objects.requireNonNull(
                                                                                    contests.get(
                                                                                            field));
                                                                    assertThat(contest.mine())
                                                                            .isEqualTo(
                                                                                    swapped
                                                                                            .theirs());
                                                                    assertThat(contest.theirs())
                                                                            .isEqualTo(
                                                                                    swapped.mine());
                                                                }));
                    }
                }
            }
        }
    }

    @Test
    void no_changed_value_disappears() {
        for (var base : smallWorld()) {
            for (var theirs : smallWorld()) {
                for (var mine : smallWorld()) {
                    var result = merge(base, theirs, mine);
                    for (var field : FIELDS) {
                        if (!Objects.equals(base.get(field), mine.get(field))) {
                            boolean kept =
                                    switch (result) {
                                        case MergeResult.Joined(var patch) ->
                                                Objects.equals(
                                                        patch.applyTo(theirs).get(field),
                                                        mine.get(field));
                                        case MergeResult.Contested _ -> true;
                                    };
                            assertThat(kept).isTrue();
                        }
                        if (!Objects.equals(base.get(field), theirs.get(field))
                                && result instanceof MergeResult.Joined(var patch)) {
                            assertThat(patch.applyTo(theirs).get(field))
                                    .isEqualTo(theirs.get(field));
                        }
                    }
                }
            }
        }
    }
}
