package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.entity;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.VersionVector.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Several sites, each with its own edit of one entity.
class SiteMergeTest {

    private static final List<SiteId> SITES =
            List.of(new SiteId("lyon"), new SiteId("oslo"), new SiteId("paris"));
    private static final VersionVector SEEN = VersionVector.EMPTY.bump(new SiteId("lyon"));
    private static final Base BASE =
            Base.of(
                    entity(
                            "text",
                            "a",
                            "choices",
                            "a;b",
                            "stock",
                            "10",
                            "long-text",
                            "a b c d e f g h i"));

    /// Two edits each of three sites; the first of each is at one and the same time.
    private static final List<FieldValues> EDITS =
            List.of(
                    entity(
                            "text",
                            "b",
                            "choices",
                            "a;b;c",
                            "stock",
                            "9",
                            "long-text",
                            "A b c d e f g h i"),
                    entity(
                            "text",
                            "c",
                            "choices",
                            "a;d",
                            "stock",
                            "8",
                            "long-text",
                            "a b c d E f g h i"),
                    entity(
                            "text",
                            "a",
                            "choices",
                            "a;b",
                            "stock",
                            "7",
                            "long-text",
                            "a b c d e f g h I"),
                    entity("text", "d", "choices", "b", "stock", "10"));

    private static SiteRevision revision(int site, int edit) {
        var id = SITES.get(site);
        return new SiteRevision(
                SEEN.bump(id),
                Side.of(EDITS.get(edit), new Stamp(new HybridTime(edit == 3 ? 5 : 1), id)));
    }

    private static <T> List<List<T>> orders(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (var first : all) {
            var rest = new ArrayList<>(all);
            rest.remove(first);
            for (var order : orders(rest)) {
                var whole = new ArrayList<T>();
                whole.add(first);
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    @ParameterizedTest
    @EnumSource(MergeStrategy.class)
    void any_order_of_delivery_ends_in_one_content_and_one_vector(MergeStrategy strategy) {
        for (var strictness : Strictness.values()) {
            var policy = policy(strategy, strictness);
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    for (int c = 0; c < 4; c++) {
                        var all = List.of(revision(0, a), revision(1, b), revision(2, c));
                        var expected = SiteMerge.of(BASE, all, policy);
                        for (var order : orders(all)) {
                            var twice = new ArrayList<>(order);
                            twice.addAll(order.reversed());

                            assertThat(SiteMerge.of(BASE, order, policy)).isEqualTo(expected);
                            assertThat(SiteMerge.of(BASE, twice, policy)).isEqualTo(expected);
                        }
                        assertThat(expected.vector().toJson())
                                .isEqualTo("{\"lyon\":2,\"oslo\":1,\"paris\":1}");
                        assertThat(expected.steps()).hasSize(2);
                    }
                }
            }
        }
    }

    @Test
    void what_all_sites_did_is_joined() {
        var policy = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE);

        var merge =
                SiteMerge.of(BASE, List.of(revision(0, 0), revision(1, 1), revision(2, 2)), policy);

        assertThat(merge.values())
                .isEqualTo(
                        entity(
                                "text",
                                "c",
                                "choices",
                                "a;c;d",
                                "stock",
                                "4",
                                "long-text",
                                "A b c d E f g h I"));
        assertThat(merge.steps().getFirst().contests()).containsOnlyKeys(field("text"));
        assertThat(merge.steps().get(1).contests()).isEmpty();
        assertThat(merge.deleted()).isFalse();
    }

    @Test
    void a_revision_another_one_has_seen_is_left_out() {
        var policy = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE);
        var first = revision(0, 0);
        var after =
                new SiteRevision(
                        first.vector().bump(SITES.get(1)),
                        Side.of(entity("text", "z"), new Stamp(new HybridTime(9), SITES.get(1))));

        var merge = SiteMerge.of(BASE, List.of(after, first), policy);

        assertThat(after.vector().compareWith(first.vector())).isEqualTo(Order.AFTER);
        assertThat(merge.values()).isEqualTo(entity("text", "z"));
        assertThat(merge.vector()).isEqualTo(after.vector());
        assertThat(merge.steps()).isEmpty();
    }

    @Test
    void the_last_write_of_all_sites_wins_field_by_field() {
        var policy = policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE);
        var times = new Stamp(new HybridTime(7), SITES.get(0));
        var early =
                new SiteRevision(
                        SEEN.bump(SITES.get(0)),
                        Side.of(EDITS.get(0), new Stamp(new HybridTime(1), SITES.get(0)))
                                .stamped(Map.of(field("text"), times)));

        var merge = SiteMerge.of(BASE, List.of(revision(2, 3), early, revision(1, 1)), policy);

        assertThat(merge.values()).isEqualTo(entity("text", "b", "choices", "b", "stock", "8"));
    }

    @Test
    void a_deletion_against_an_edit_is_not_done_before_somebody_decides() {
        var policy = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE);
        var deleting =
                new SiteRevision(
                        SEEN.bump(SITES.get(1)),
                        Side.deleted(BASE.values(), new Stamp(new HybridTime(9), SITES.get(1))));

        var merge = SiteMerge.of(BASE, List.of(deleting, revision(0, 0)), policy);
        var unopposed = SiteMerge.of(BASE, List.of(deleting), policy);

        assertThat(merge.deleted()).isFalse();
        assertThat(merge.values()).isEqualTo(EDITS.get(0));
        assertThat(unopposed.deleted()).isTrue();
    }

    /// One site after the other, each at its time, with the whole text field set.
    private static SiteRevision at(int site, long time, String... values) {
        var id = SITES.get(site);
        return new SiteRevision(
                SEEN.bump(id), Side.of(entity(values), new Stamp(new HybridTime(time), id)));
    }

    @Test
    void a_value_keeps_the_time_of_its_own_edit_through_all_merges() {
        var policy = policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE);
        var base = Base.of(entity("text", "a", "choice", "x"));
        var first = at(0, 1, "text", "b", "choice", "x");
        var second = at(1, 5, "text", "a", "choice", "y");
        var third =
                new SiteRevision(
                        SEEN.bump(SITES.get(2)),
                        Side.of(
                                        entity("text", "c", "choice", "z"),
                                        new Stamp(new HybridTime(6), SITES.get(2)))
                                .stamped(
                                        Map.of(
                                                field("text"),
                                                new Stamp(new HybridTime(3), SITES.get(2)),
                                                field("choice"),
                                                new Stamp(new HybridTime(4), SITES.get(2)))));

        var merge = SiteMerge.of(base, List.of(third, second, first), policy);

        assertThat(merge.values()).isEqualTo(entity("text", "c", "choice", "y"));
    }

    @Test
    void a_winner_is_measured_by_its_own_time_in_the_next_merge() {
        var policy = policy(MergeStrategy.LAST_WRITE_WINS, Strictness.VALUE);
        var base = Base.of(entity("text", "a"));
        var early =
                new SiteRevision(
                        SEEN.bump(SITES.get(0)),
                        Side.of(entity("text", "b"), new Stamp(new HybridTime(1), SITES.get(0)))
                                .stamped(
                                        Map.of(
                                                field("text"),
                                                new Stamp(new HybridTime(9), SITES.get(0)))));

        var merge =
                SiteMerge.of(
                        base, List.of(at(2, 8, "text", "d"), at(1, 5, "text", "c"), early), policy);

        assertThat(merge.values()).isEqualTo(entity("text", "b"));
    }

    @Test
    void a_contested_field_shows_the_later_value_until_somebody_decides() {
        var policy = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE);
        var base = Base.of(entity("text", "a", "choice", "x"));

        var merge =
                SiteMerge.of(
                        base,
                        List.of(at(1, 2, "text", "c"), at(0, 1, "text", "b", "choice", "x")),
                        policy);

        assertThat(merge.values()).isEqualTo(entity("text", "c"));
        assertThat(merge.steps().getFirst().contests()).containsOnlyKeys(field("text"));
    }
}
