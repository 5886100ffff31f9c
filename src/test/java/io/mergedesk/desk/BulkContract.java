package io.mergedesk.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.desk.BulkRequest.Selection;
import io.mergedesk.entities.Author;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Deciding many conflicts by a rule, over every adapter.
public interface BulkContract {

    Author SUPERVISOR = Author.of(SUE, Origin.UI);

    DeskWorld desk();

    @Test
    default void a_dry_run_says_what_would_happen_and_writes_nothing() {
        var conflict = desk().park("phone", "1", "2");

        var report =
                report(desk().bulk.dryRun(all(new SettlingRule.Newest()), SUPERVISOR, quiet()));

        assertThat(report.counts()).isEqualTo(new BulkCounts(1, 1, 0));
        assertThat(report.batch()).isEmpty();
        assertThat(report.samples())
                .singleElement()
                .satisfies(sample -> {
                    assertThat(sample.conflict()).isEqualTo(conflict.id());
                    assertThat(sample.fields().get(new FieldName("phone")))
                            .extracting(BulkReport.Becomes::chosen)
                            .isEqualTo(new io.mergedesk.changes.FieldValue.Text("2"));
                });
        assertThat(desk().now(conflict)).isEqualTo(conflict);
        assertThat(desk().text(conflict, "phone")).isEqualTo("1");
    }

    @Test
    default void the_newest_wins_and_all_is_one_batch_that_is_undone_as_one() {
        var first = desk().park("phone", "1", "2");
        var second = desk().park("phone", "3", "4");

        var report = report(desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, quiet()));

        assertThat(report.counts().settled()).isEqualTo(2);
        assertThat(desk().text(first, "phone")).isEqualTo("2");
        assertThat(desk().text(second, "phone")).isEqualTo("4");
        var batch = report.batch().orElseThrow();
        assertThat(desk().now(first).settlement())
                .hasValueSatisfying(settlement -> {
                    assertThat(settlement.how()).isEqualTo(Settlement.How.RULE);
                    assertThat(settlement.batch()).contains(batch);
                    assertThat(settlement.reason()).isEqualTo("spring cleaning");
                });
        assertThat(
                        desk().page(
                                        ConflictQuery.of(ConflictStatus.SETTLED, 9)
                                                .where(new Condition.InBatch(batch)),
                                        SUE))
                .hasSize(2);

        var undone = desk().bulk.undo(batch, SUPERVISOR, quiet());

        assertThat(undone).isEqualTo(new BulkOutcome.Undone(2, 0));
        assertThat(desk().now(first).isOpen()).isTrue();
        assertThat(desk().now(second).isOpen()).isTrue();
        assertThat(desk().text(first, "phone")).isEqualTo("1");
        assertThat(desk().text(second, "phone")).isEqualTo("3");
    }

    @Test
    default void undo_leaves_what_was_decided_anew() {
        var first = desk().park("phone", "1", "2");
        desk().park("phone", "3", "4");
        var batch =
                report(desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, quiet()))
                        .batch()
                        .orElseThrow();
        desk().world.conflicts.reopen(first.id(), desk().now(first).version(), SUPERVISOR);

        assertThat(desk().bulk.undo(batch, SUPERVISOR, quiet()))
                .isEqualTo(new BulkOutcome.Undone(1, 0));
    }

    @Test
    default void one_persons_side_wins_wherever_it_is_one() {
        var mine = desk().park("phone", "1", "2");
        var entity = desk().world.create(BEN, "name", "Other");
        desk().world.update(NORA, entity.id(), 1, "phone", "5");
        var others = desk().park(BEN, Origin.UI, entity.id(), 1, "phone", "6");

        var report =
                report(
                        desk().bulk
                                .run(all(new SettlingRule.SideOf(ANNA.id())), SUPERVISOR, quiet()));

        assertThat(report.counts()).isEqualTo(new BulkCounts(2, 1, 1));
        assertThat(report.reasons()).containsEntry(BulkReport.Why.UNDECIDED, 1L);
        assertThat(report.stays())
                .singleElement()
                .satisfies(stay -> {
                    assertThat(stay.conflict()).isEqualTo(others.id());
                    assertThat(stay.words()).isEqualTo("The rule does not tell: Phone");
                });
        assertThat(desk().text(mine, "phone")).isEqualTo("2");
        assertThat(desk().now(others).isOpen()).isTrue();
    }

    @Test
    default void the_side_of_the_other_wins_too() {
        var conflict = desk().park("phone", "1", "2");

        desk().bulk.run(all(new SettlingRule.SideOf(BEN.id())), SUPERVISOR, quiet());

        assertThat(desk().now(conflict).isOpen()).isFalse();
        assertThat(desk().text(conflict, "phone")).isEqualTo("1");
    }

    @Test
    default void a_better_source_wins_and_equal_ones_wait_on() {
        var entity = desk().world.create(ANNA, "name", "Typed");
        desk().world.update(BEN, entity.id(), 1, "phone", "by program");
        var typed = desk().park(ANNA, Origin.OFFLINE, entity.id(), 1, "phone", "by hand");
        var equal = desk().park("phone", "1", "2");

        var report = report(desk().bulk.run(all(SettlingRule.Sources.USUAL), SUPERVISOR, quiet()));

        assertThat(report.counts()).isEqualTo(new BulkCounts(2, 1, 1));
        assertThat(desk().text(typed, "phone")).isEqualTo("by hand");
        assertThat(desk().now(equal).isOpen()).isTrue();
    }

    @Test
    default void merging_again_leaves_what_the_policies_leave() {
        var conflict = desk().park("phone", "1", "2");

        var report =
                report(desk().bulk.run(all(new SettlingRule.MergeAgain()), SUPERVISOR, quiet()));

        assertThat(report.counts()).isEqualTo(new BulkCounts(1, 0, 1));
        assertThat(report.batch()).isEmpty();
        assertThat(desk().now(conflict).isOpen()).isTrue();
    }

    @Test
    default void what_would_not_be_acceptable_waits_on_and_says_why() {
        var entity = desk().world.create(ANNA, "name", "Clash");
        desk().world.update(BEN, entity.id(), 1, "code", "A");
        desk().world.clock.turn(Duration.ofMinutes(1));
        var conflict = desk().park(ANNA, Origin.API, entity.id(), 1, "code", "B");
        desk().world.create(ANNA, "name", "Holder", "code", "B");

        var dry = report(desk().bulk.dryRun(all(new SettlingRule.Newest()), SUPERVISOR, quiet()));
        var real = report(desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, quiet()));

        assertThat(dry.reasons()).containsExactly(java.util.Map.entry(BulkReport.Why.REFUSED, 1L));
        assertThat(real.reasons()).isEqualTo(dry.reasons());
        assertThat(desk().now(conflict).isOpen()).isTrue();
    }

    @Test
    default void only_what_is_meant_is_decided() {
        var chosen = desk().park("phone", "1", "2");
        var filtered = desk().park("mail", "a@example.org", "b@example.org");
        var untouched = desk().park("phone", "1", "2");

        desk().bulk
                .run(
                        request(
                                new Selection.These(Set.of(chosen.id())),
                                new SettlingRule.Newest()),
                        SUPERVISOR,
                        quiet());
        desk().bulk
                .run(
                        request(
                                new Selection.Matching(
                                        List.of(new Condition.OnField(new FieldName("mail")))),
                                new SettlingRule.Newest()),
                        SUPERVISOR,
                        quiet());

        assertThat(List.of(chosen, filtered, untouched))
                .extracting(one -> desk().now(one).isOpen())
                .containsExactly(false, false, true);
    }

    @Test
    default void groups_stand_or_fall_together_and_the_latest_of_them_counts() {
        var entity = desk().world.create(ANNA, "name", "Address", "street", "1", "postcode", "1");
        desk().world.update(BEN, entity.id(), 1, "street", "2", "postcode", "2");
        desk().world.clock.turn(Duration.ofMinutes(1));
        var conflict = desk().park(ANNA, Origin.API, entity.id(), 1, "street", "3");

        desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, quiet());

        assertThat(desk().text(conflict, "street")).isEqualTo("3");
        assertThat(desk().text(conflict, "postcode")).isEqualTo("1");
    }

    @Test
    default void it_can_be_stopped_and_what_was_settled_can_be_undone() {
        desk().park("phone", "1", "2");
        desk().park("phone", "1", "2");
        var asked = new AtomicInteger();
        var watch =
                new BulkWatch() {
                    @Override
                    public void progress(BulkCounts now) {}

                    @Override
                    public boolean isCancelled() {
                        return asked.getAndIncrement() > 0;
                    }
                };

        var report = report(desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, watch));

        assertThat(report.cancelled()).isTrue();
        assertThat(report.counts().settled()).isOne();
        assertThat(desk().desk.open(SUE)).isOne();
    }

    @Test
    default void users_do_not_decide_many_at_once() {
        var conflict = desk().park("phone", "1", "2");
        var user = Author.of(ANNA, Origin.UI);

        assertThat(desk().bulk.run(all(new SettlingRule.Newest()), user, quiet()))
                .isInstanceOf(BulkOutcome.Forbidden.class);
        assertThat(desk().bulk.undo(new BatchId(conflict.id().value()), user, quiet()))
                .isInstanceOf(BulkOutcome.Forbidden.class);
        assertThat(desk().now(conflict).isOpen()).isTrue();
    }

    @Test
    default void supervisors_do_not_decide_about_other_teams() {
        var world = desk().world;
        var secret = world.create(NORA, "name", "Secret", "team", "north");
        world.update(NORA, secret.id(), 1, "phone", "1");
        Conflict hidden = desk().park(NORA, Origin.UI, secret.id(), 1, "phone", "2");

        var these = request(new Selection.These(Set.of(hidden.id())), new SettlingRule.Newest());
        var report = report(desk().bulk.run(these, SUPERVISOR, quiet()));

        assertThat(report.counts().settled()).isZero();
        assertThat(
                        report(desk().bulk.run(all(new SettlingRule.Newest()), SUPERVISOR, quiet()))
                                .counts()
                                .total())
                .isZero();
        assertThat(desk().now(hidden).isOpen()).isTrue();
    }

    private static BulkWatch quiet() {
        return BulkWatch.NONE;
    }

    private static BulkRequest all(SettlingRule rule) {
        return request(new Selection.Matching(List.of()), rule);
    }

    private static BulkRequest request(Selection selection, SettlingRule rule) {
        return new BulkRequest(selection, rule, "spring cleaning");
    }

    private static BulkReport report(BulkOutcome outcome) {
        return Optional.of(outcome)
                .filter(BulkOutcome.Applied.class::isInstance)
                .map(applied -> ((BulkOutcome.Applied) applied).report())
                .orElseThrow();
    }
}
