package io.mergedesk.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.VersionVector.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionVectorTest {

    private static final SiteId A = new SiteId("a");

    /// A vector written as who edited: `aab` is two edits at a, one at b.
    private static VersionVector vector(String edits) {
        var vector = VersionVector.EMPTY;
        for (var site : edits.split("", -1)) {
            vector = site.isEmpty() ? vector : vector.bump(new SiteId(site));
        }
        return vector;
    }

    /// All 27 vectors of three sites with up to two edits each.
    private static List<VersionVector> smallWorld() {
        var all = new ArrayList<VersionVector>();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    all.add(vector("a".repeat(a) + "b".repeat(b) + "c".repeat(c)));
                }
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{0} against {1} is {2}")
    @CsvSource({
        "ab, ba, SAME",
        "'', a, BEFORE",
        "aab, ab, AFTER",
        "aabc, abbc, CONCURRENT",
        "a, b, CONCURRENT"
    })
    void compares_what_each_side_has_seen(String left, String right, Order expected) {
        assertThat(vector(left).compareWith(vector(right))).isEqualTo(expected);
    }

    @Test
    void comparing_the_other_way_round_gives_the_opposite() {
        for (var left : smallWorld()) {
            for (var right : smallWorld()) {
                var opposite =
                        switch (left.compareWith(right)) {
                            case BEFORE -> Order.AFTER;
                            case AFTER -> Order.BEFORE;
                            case SAME -> Order.SAME;
                            case CONCURRENT -> Order.CONCURRENT;
                        };
                assertThat(right.compareWith(left)).isEqualTo(opposite);
                assertThat(left.compareWith(right) == Order.SAME).isEqualTo(left.equals(right));
            }
        }
    }

    @Test
    void a_join_has_seen_both_sides_and_no_more() {
        for (var left : smallWorld()) {
            for (var right : smallWorld()) {
                var join = left.join(right);

                assertThat(join.compareWith(left)).isIn(Order.SAME, Order.AFTER);
                assertThat(join.compareWith(right)).isIn(Order.SAME, Order.AFTER);
                assertThat(join).isEqualTo(right.join(left));
                assertThat(join.join(left)).isEqualTo(join);
                for (var other : smallWorld()) {
                    boolean coversBoth = covers(other, left) && covers(other, right);
                    assertThat(covers(other, join)).isEqualTo(coversBoth);
                    assertThat(left.join(right.join(other)))
                            .isEqualTo(left.join(right).join(other));
                }
            }
        }
    }

    private static boolean covers(VersionVector one, VersionVector other) {
        var order = one.compareWith(other);
        return order == Order.SAME || order == Order.AFTER;
    }

    @Test
    void a_new_edit_comes_after_what_it_has_seen_and_makes_the_next_dot() {
        for (var seen : smallWorld()) {
            var dot = seen.nextDot(A);
            var edited = seen.bump(A);

            assertThat(edited.compareWith(seen)).isEqualTo(Order.AFTER);
            assertThat(edited.hasSeen(dot)).isTrue();
            assertThat(seen.hasSeen(dot)).isFalse();
        }
    }

    @Test
    void its_json_form_never_changes() {
        var counts = new TreeMap<SiteId, Long>();
        counts.put(new SiteId("paris"), 2L);
        counts.put(new SiteId("lyon"), 5L);

        assertThat(new VersionVector(counts).toJson()).isEqualTo("{\"lyon\":5,\"paris\":2}");
        assertThat(VersionVector.EMPTY.toJson()).isEqualTo("{}");
        assertThat(VersionVector.parse("{\"lyon\":5,\"paris\":2}"))
                .isEqualTo(new VersionVector(counts));
        assertThat(VersionVector.parse("{}")).isEqualTo(VersionVector.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]",
                "{\"a\"}",
                "{\"a\":0}",
                "{\"a\":x}",
                "x",
                "{\"a\":1",
                "{\"a\":1,}",
                "{\":1}",
                "{a\":1}",
                "{",
                "}"
            })
    void other_texts_are_refused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> VersionVector.parse(json));
    }
}
