package io.mergedesk.entities;

import static io.mergedesk.entities.ParkingContract.told;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static io.mergedesk.entities.World.applied;
import static io.mergedesk.entities.World.parked;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Settlement;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What deciding conflicts does, whichever store there is.
public interface SettlingContract {

    World world();

    @Test
    default void a_decision_is_a_revision_of_its_own_with_all_of_the_edit() {
        var world = world();
        var conflict = conflict(world, "phone", "3", "status", "paused");

        var settled = settled(resolve(world, conflict, SUE, choosing("phone", Choice.Whole.MINE)));

        var entity = settled.entity();
        assertThat(entity.revision()).isEqualTo(new Revision(3));
        assertThat(text(entity, "phone")).isEqualTo("3");
        assertThat(text(entity, "status")).isEqualTo("paused");
        assertThat(entity.status()).isEqualTo(EntityStatus.SYNCED);
        assertThat(world.service.find(entity.id(), ANNA)).contains(entity);
        var change = world.log.since(entity.id(), new Revision(2)).getFirst();
        assertThat(change.origin()).isEqualTo(Origin.MERGE);
        assertThat(change.by()).isEqualTo(SUE.id());
        var settlement = settled.conflict().settlement().orElseThrow();
        assertThat(settlement.by()).isEqualTo(SUE.id());
        assertThat(settlement.how()).isEqualTo(Settlement.How.PERSON);
        assertThat(settlement.reason()).isEqualTo("Called them");
        assertThat(settlement.resolution().fields().get(field("phone")))
                .extracting(Resolution.Decided::theirs)
                .hasToString("Text[text=2]");
        assertThat(world.conflictStore.find(conflict.id())).contains(settled.conflict());
        assertThat(world.conflictStore.settledBy(entity.id(), new Revision(3)))
                .contains(settled.conflict());
        assertThat(told(world))
                .containsExactly(
                        "anna TAKEN by sue [phone, status]", "ben OVERRULED by sue [phone]");
    }

    @Test
    default void keeping_what_is_there_is_a_decision_too_and_its_author_is_told() {
        var world = world();
        var conflict = conflict(world, "phone", "3");

        var settled =
                settled(resolve(world, conflict, SUE, choosing("phone", Choice.Whole.THEIRS)));

        assertThat(text(settled.entity(), "phone")).isEqualTo("2");
        assertThat(settled.entity().revision()).isEqualTo(new Revision(3));
        assertThat(told(world)).containsExactly("anna OVERRULED by sue [phone]");
    }

    @Test
    default void what_is_not_decided_is_asked_for_by_field() {
        var world = world();
        var conflict = conflict(world, "phone", "3");

        var outcome = resolve(world, conflict, SUE, Decisions.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ResolveOutcome.Undecided.class,
                        open -> assertThat(open.fields()).containsExactly(new FieldName("phone")));
        assertThat(world.conflictStore.find(conflict.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    default void decisions_outlive_a_third_save_and_only_what_is_new_is_asked() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1", "mail", "a@b.example");
        world.update(BEN, entity.id(), 1, "phone", "2", "mail", "b@b.example");
        var conflict = world.park(ANNA, entity.id(), 1, "phone", "3", "mail", "c@b.example");
        var decisions = choosing("phone", Choice.Whole.MINE).with(field("mail"), Choice.Whole.MINE);
        world.update(BEN, entity.id(), 2, "mail", "d@b.example", "status", "paused");

        var outcome =
                world.conflicts.resolve(
                        conflict.id(),
                        conflict.version(),
                        new Revision(2),
                        decisions,
                        "",
                        Author.of(SUE, Origin.UI));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ResolveOutcome.Moved.class,
                        moved -> {
                            assertThat(moved.rebase().decisions().fields())
                                    .containsOnlyKeys(field("phone"));
                            assertThat(moved.rebase().again()).containsOnlyKeys(field("mail"));
                            assertThat(moved.now().seen()).isEqualTo(new Revision(3));
                        });
        var settled =
                settled(
                        world.conflicts.resolve(
                                conflict.id(),
                                conflict.version(),
                                new Revision(3),
                                decisions,
                                "",
                                Author.of(SUE, Origin.UI)));
        assertThat(text(settled.entity(), "mail")).isEqualTo("c@b.example");
        assertThat(text(settled.entity(), "status")).isEqualTo("paused");
    }

    @Test
    default void a_third_save_of_something_else_stands_in_nobodys_way() {
        var world = world();
        var conflict = conflict(world, "phone", "3");
        world.update(BEN, conflict.entity(), 2, "status", "paused");

        var settled =
                settled(
                        world.conflicts.resolve(
                                conflict.id(),
                                conflict.version(),
                                new Revision(2),
                                choosing("phone", Choice.Whole.MINE),
                                "",
                                Author.of(SUE, Origin.UI)));

        assertThat(text(settled.entity(), "phone")).isEqualTo("3");
        assertThat(text(settled.entity(), "status")).isEqualTo("paused");
    }

    @Test
    default void of_two_who_decide_at_once_one_is_told_and_nothing_is_decided_twice()
            throws Exception {
        var world = world();
        var conflict = conflict(world, "phone", "3");
        Callable<ResolveOutcome> mine =
                () -> resolve(world, conflict, SUE, choosing("phone", Choice.Whole.MINE));
        Callable<ResolveOutcome> theirs =
                () -> resolve(world, conflict, World.ADMIN, choosing("phone", Choice.Whole.THEIRS));

        try (var executor = Executors.newFixedThreadPool(2)) {
            var one = executor.submit(mine);
            var other = executor.submit(theirs);

            assertThat(new Class<?>[] {one.get().getClass(), other.get().getClass()})
                    .containsExactlyInAnyOrder(
                            ResolveOutcome.Settled.class, ResolveOutcome.Overtaken.class);
        }
        assertThat(world.log.since(conflict.entity(), new Revision(2))).hasSize(1);
    }

    @Test
    default void authors_decide_about_their_own_edit_and_others_do_not_see_it() {
        var world = world();
        var conflict = conflict(world, "phone", "3");

        assertThat(world.conflicts.find(conflict.id(), BEN)).isEmpty();
        assertThat(resolve(world, conflict, BEN, choosing("phone", Choice.Whole.THEIRS)))
                .isInstanceOf(ResolveOutcome.Missing.class);
        settled(resolve(world, conflict, ANNA, choosing("phone", Choice.Whole.MINE)));
    }

    @Test
    default void what_a_policy_sends_to_the_desk_its_author_may_only_let_go() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        var conflict =
                parked(
                        world.service.save(
                                new Edit.Update(
                                        entity.id(), new Revision(1), world.patch("phone", "3")),
                                Author.of(ANNA, Origin.API).merging(MergeStrategy.MANUAL)));

        assertThat(resolve(world, conflict, ANNA, choosing("phone", Choice.Whole.MINE)))
                .isInstanceOf(ResolveOutcome.Forbidden.class);
        settled(resolve(world, conflict, ANNA, choosing("phone", Choice.Whole.THEIRS)));
    }

    @Test
    default void a_conflict_of_another_team_does_not_exist_for_a_supervisor_who_is_not_in_it() {
        var world = world();
        var entity = world.create(NORA, "name", "Secret", "team", "north", "phone", "1");
        world.update(World.ADMIN, entity.id(), 1, "phone", "2");
        var conflict = world.park(NORA, entity.id(), 1, "phone", "3");

        assertThat(world.conflicts.find(conflict.id(), SUE)).isEmpty();
        assertThat(world.conflicts.openOf(entity.id(), SUE)).isEmpty();
        assertThat(world.conflicts.find(conflict.id(), World.ADMIN)).isPresent();
    }

    @Test
    default void a_result_that_would_not_be_acceptable_is_refused_by_field() {
        var world = world();
        world.create(BEN, "name", "Other", "code", "Q-9");
        var conflict = conflict(world, "phone", "3", "code", "Q-1");

        var taken =
                resolve(
                        world,
                        conflict,
                        SUE,
                        choosing("phone", Choice.Whole.MINE)
                                .with(field("code"), value(world, "code", "Q-9")));
        var required =
                resolve(
                        world,
                        conflict,
                        SUE,
                        choosing("phone", Choice.Whole.MINE)
                                .with(field("name"), new Choice.Value(null)));

        assertThat(taken)
                .isInstanceOfSatisfying(
                        ResolveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.violations().getFirst().field())
                                        .isEqualTo("code"));
        assertThat(required).isInstanceOf(ResolveOutcome.Refused.class);
        assertThat(world.conflictStore.find(conflict.id()).orElseThrow().isOpen()).isTrue();
    }

    @Test
    default void a_preview_says_the_same_and_writes_nothing() {
        var world = world();
        var conflict = conflict(world, "phone", "3");

        var preview =
                world.conflicts.preview(
                        conflict.id(),
                        1,
                        new Revision(2),
                        choosing("phone", Choice.Whole.MINE),
                        Author.of(SUE, Origin.UI));

        assertThat(text(settled(preview).entity(), "phone")).isEqualTo("3");
        assertThat(text(world.service.find(conflict.entity(), SUE).orElseThrow(), "phone"))
                .isEqualTo("2");
        assertThat(world.conflictStore.find(conflict.id())).contains(conflict);
    }

    @Test
    default void the_badge_stays_while_another_conflict_waits() {
        var world = world();
        var first = conflict(world, "phone", "3");
        world.park(BEN, first.entity(), 1, "phone", "4");

        var settled = settled(resolve(world, first, SUE, choosing("phone", Choice.Whole.MINE)));

        assertThat(settled.entity().status()).isEqualTo(EntityStatus.CONFLICT);
        assertThat(world.conflicts.openOf(first.entity(), SUE)).hasSize(1);
    }

    @Test
    default void keeping_an_edit_of_what_was_deleted_brings_it_back() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.save(new Edit.Delete(entity.id(), new Revision(1)), BEN);
        var conflict = world.park(ANNA, entity.id(), 1, "phone", "3");

        var settled =
                settled(resolve(world, conflict, SUE, Decisions.NONE.with(EntityChoice.KEEP)));

        assertThat(settled.entity().deleted()).isFalse();
        assertThat(text(settled.entity(), "phone")).isEqualTo("3");
        assertThat(told(world)).contains("ben OVERRULED by sue []");
    }

    @Test
    default void deleting_after_all_tells_the_one_who_edited() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        var conflict =
                parked(
                        world.service.save(
                                new Edit.Delete(entity.id(), new Revision(1)),
                                Author.of(ANNA, Origin.API)));

        var settled =
                settled(resolve(world, conflict, SUE, Decisions.NONE.with(EntityChoice.DELETE)));

        assertThat(settled.entity().deleted()).isTrue();
        assertThat(world.service.find(entity.id(), ANNA).orElseThrow().deleted()).isTrue();
        assertThat(told(world)).contains("anna TAKEN by sue []");
    }

    @Test
    default void a_decision_that_is_taken_back_leaves_all_as_it_was_and_waits_again() {
        var world = world();
        var conflict = conflict(world, "phone", "3", "status", "paused");
        var settled = settled(resolve(world, conflict, SUE, choosing("phone", Choice.Whole.MINE)));
        world.update(BEN, conflict.entity(), 3, "status", "active");

        var reopened =
                world.conflicts.reopen(
                        conflict.id(), settled.conflict().version(), Author.of(SUE, Origin.UI));

        assertThat(reopened)
                .isInstanceOfSatisfying(
                        ReopenOutcome.Reopened.class,
                        back -> {
                            assertThat(text(back.entity(), "phone")).isEqualTo("2");
                            assertThat(text(back.entity(), "status")).isEqualTo("active");
                            assertThat(back.kept()).containsExactly(field("status"));
                            assertThat(back.entity().status()).isEqualTo(EntityStatus.CONFLICT);
                            assertThat(back.conflict().isOpen()).isTrue();
                            assertThat(back.conflict().reopened()).isEqualTo(1);
                        });
        assertThat(
                        world.conflicts.reopen(
                                conflict.id(),
                                settled.conflict().version(),
                                Author.of(SUE, Origin.UI)))
                .isInstanceOf(ReopenOutcome.Overtaken.class);
        assertThat(world.conflicts.openOf(conflict.entity(), SUE)).hasSize(1);
    }

    @Test
    default void the_trail_says_what_was_parked_decided_and_taken_back_with_all_values() {
        var world = world();
        var start = world.trail.head();
        var conflict = conflict(world, "phone", "3");
        var settled = settled(resolve(world, conflict, SUE, choosing("phone", Choice.Whole.MINE)));
        world.conflicts.reopen(
                conflict.id(), settled.conflict().version(), Author.of(SUE, Origin.UI));

        var entries = world.trail.after(start, 9);

        assertThat(entries)
                .extracting(entry -> entry.action().wireName())
                .containsExactly("conflict-parked", "conflict-resolved", "conflict-reopened");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.conflict()).contains(conflict.id()))
                .allSatisfy(entry -> assertThat(entry.entity()).contains(conflict.entity()));
        assertThat(entries.get(0).details().byName()).containsEntry("edit", "{\"phone\":\"3\"}");
        assertThat(entries.get(1).details().byName())
                .containsEntry("reason", "Called them")
                .containsEntry(
                        "resolution",
                        "{\"deleted\":false,\"fields\":{\"phone\":{\"base\":\"1\",\"theirs\":\"2\",\"mine\":\"3\",\"chosen\":\"3\",\"rule\":\"contested\",\"choice\":\"mine\"}}}");
    }

    @Test
    default void a_merge_without_asking_can_be_overridden_afterwards() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        applied(world.send(ANNA, entity.id(), 1, "status", "paused"));
        var kept = world.conflictStore.settledBy(entity.id(), new Revision(3)).orElseThrow();

        var settled =
                settled(
                        world.conflicts.resolve(
                                kept.id(),
                                kept.version(),
                                kept.met(),
                                choosing("status", Choice.Whole.BASE),
                                "",
                                Author.of(SUE, Origin.UI)));

        assertThat(text(settled.entity(), "status")).isEmpty();
        assertThat(text(settled.entity(), "phone")).isEqualTo("2");
        assertThat(settled.conflict().settlement().orElseThrow().how())
                .isEqualTo(Settlement.How.PERSON);
    }

    @Test
    default void a_field_that_was_removed_meanwhile_is_asked_of_nobody() {
        var world = world();
        var conflict = conflict(world, "phone", "3", "mail", "a@b.example");
        world.keepFields(one -> !one.name().equals(field("mail")));

        var settled = settled(resolve(world, conflict, SUE, choosing("phone", Choice.Whole.MINE)));

        assertThat(text(settled.entity(), "phone")).isEqualTo("3");
        assertThat(settled.entity().values().find(field("mail"))).isEmpty();
        assertThat(settled.conflict().edit().patch().fields()).contains(field("mail"));
    }

    private static Conflict conflict(World world, String... mine) {
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        return world.park(ANNA, entity.id(), 1, mine);
    }

    @Test
    default void whoever_is_named_in_the_reason_is_told_unless_they_are_anyway() {
        var world = world();
        var conflict = conflict(world, "phone", "3", "status", "paused");

        world.conflicts.resolve(
                conflict.id(),
                conflict.version(),
                world.store.find(conflict.entity()).orElseThrow().revision(),
                choosing("phone", Choice.Whole.MINE),
                "As @nora said, @ben. Not x@anna, @nobody or @sue.",
                Author.of(SUE, Origin.UI));

        assertThat(told(world))
                .filteredOn(one -> one.contains("MENTIONED"))
                .containsExactly("nora MENTIONED by sue [phone]");
    }

    private static Decisions choosing(String field, Choice choice) {
        return Decisions.NONE.with(field(field), choice);
    }

    private static Choice value(World world, String field, String text) {
        return new Choice.Value(
                world.patch(field, text).byName().values().iterator().next().orElseThrow());
    }

    private static FieldName field(String name) {
        return new FieldName(name);
    }

    private static ResolveOutcome resolve(
            World world, Conflict conflict, Actor actor, Decisions decisions) {
        return world.conflicts.resolve(
                conflict.id(),
                conflict.version(),
                world.store.find(conflict.entity()).orElseThrow().revision(),
                decisions,
                "Called them",
                Author.of(actor, Origin.UI));
    }

    private static ResolveOutcome.Settled settled(ResolveOutcome outcome) {
        if (outcome instanceof ResolveOutcome.Settled settled) {
            return settled;
        }
        throw new AssertionError("expected a settled conflict, got " + outcome);
    }
}
