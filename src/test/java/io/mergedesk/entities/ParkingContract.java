package io.mergedesk.entities;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static io.mergedesk.entities.World.applied;
import static io.mergedesk.entities.World.parked;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of edits that meet others: whichever store there is, nothing of them is lost.
public interface ParkingContract {

    World world();

    @Test
    default void a_contested_edit_is_parked_whole_and_the_entity_keeps_its_values_with_a_badge() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.send(ANNA, entity.id(), 1, "phone", "3", "status", "paused");

        var conflict = parked(outcome);
        assertThat(conflict.isOpen()).isTrue();
        assertThat(conflict.contested()).isEqualTo(fields("phone"));
        assertThat(conflict.merged()).isEqualTo(fields("status"));
        assertThat(conflict.edit().by()).isEqualTo(ANNA.id());
        assertThat(conflict.edit().base()).isEqualTo(new Revision(1));
        assertThat(conflict.edit().patch())
                .isEqualTo(world.patch("phone", "3", "status", "paused"));
        assertThat(conflict.met()).isEqualTo(new Revision(2));
        assertThat(world.conflictStore.find(conflict.id())).contains(conflict);
        var stored = world.service.find(entity.id(), ANNA).orElseThrow();
        assertThat(stored.revision()).isEqualTo(new Revision(2));
        assertThat(stored.status()).isEqualTo(EntityStatus.CONFLICT);
        assertThat(text(stored, "phone")).isEqualTo("2");
        assertThat(text(stored, "status")).isEmpty();
    }

    @Test
    default void later_edits_go_on_and_several_conflicts_wait_in_one_entity() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        var first = world.park(ANNA, entity.id(), 1, "phone", "3");
        var second = world.park(NORA, entity.id(), 1, "phone", "4");

        var after = applied(world.update(BEN, entity.id(), 2, "status", "paused"));

        assertThat(after.status()).isEqualTo(EntityStatus.CONFLICT);
        assertThat(world.conflicts.openOf(entity.id(), SUE))
                .extracting(Conflict::id)
                .containsExactly(first.id(), second.id());
        assertThat(world.conflicts.openOf(entity.id(), NORA))
                .extracting(Conflict::id)
                .containsExactly(second.id());
        assertThat(world.conflicts.openOf(entity.id(), BEN)).isEmpty();
    }

    @Test
    default void the_same_edit_sent_again_is_the_same_conflict() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var first = world.park(ANNA, entity.id(), 1, "phone", "3");
        var again = world.park(ANNA, entity.id(), 1, "phone", "3");
        var other = world.park(ANNA, entity.id(), 1, "phone", "4");

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(other.id()).isNotEqualTo(first.id());
    }

    @Test
    default void a_request_with_a_known_key_is_answered_with_its_conflict_even_when_settled() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        var edit = new Edit.Update(entity.id(), new Revision(1), world.patch("phone", "3"));
        var author = Author.of(ANNA, Origin.API).withKey("k-1");
        var first = parked(world.service.save(edit, author));
        world.update(BEN, entity.id(), 2, "phone", "3");

        var again = world.service.save(edit, author);

        assertThat(parked(again).id()).isEqualTo(first.id());
        assertThat(parked(again).isOpen()).isFalse();
        assertThat(((SaveOutcome.Parked) again).fields().getFirst().contest().theirs())
                .hasToString("Text[text=2]");
    }

    @Test
    default void who_asks_not_to_park_leaves_nothing_behind() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.update(ANNA, entity.id(), 1, "phone", "3");

        assertThat(outcome).isInstanceOf(SaveOutcome.Contested.class);
        assertThat(world.conflictStore.openOf(java.util.Set.of(entity.id()))).isEmpty();
        assertThat(world.service.find(entity.id(), ANNA).orElseThrow().status())
                .isEqualTo(EntityStatus.SYNCED);
    }

    @Test
    default void an_edit_of_what_was_deleted_meanwhile_is_parked() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.save(new Edit.Delete(entity.id(), new Revision(1)), BEN);

        var conflict = world.park(ANNA, entity.id(), 1, "phone", "3");

        assertThat(conflict.contested()).isEqualTo(fields("phone"));
        assertThat(world.send(ANNA, entity.id(), 2, "phone", "3"))
                .isInstanceOf(SaveOutcome.Gone.class);
    }

    @Test
    default void a_deletion_of_what_was_edited_meanwhile_is_parked() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome =
                world.service.save(
                        new Edit.Delete(entity.id(), new Revision(1)), Author.of(ANNA, Origin.API));

        assertThat(parked(outcome).edit().deletes()).isTrue();
        assertThat(parked(outcome).contested()).isEqualTo(fields("phone"));
        assertThat(world.service.find(entity.id(), ANNA).orElseThrow().deleted()).isFalse();
    }

    @Test
    default void two_deletions_are_one() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay");
        world.save(new Edit.Delete(entity.id(), new Revision(1)), BEN);

        var outcome =
                world.service.save(
                        new Edit.Delete(entity.id(), new Revision(1)), Author.of(ANNA, Origin.API));

        assertThat(outcome).isInstanceOf(SaveOutcome.Gone.class);
        assertThat(world.conflictStore.openOf(java.util.Set.of(entity.id()))).isEmpty();
    }

    @Test
    default void a_merge_without_asking_is_kept_as_a_settled_conflict() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var merged = world.send(ANNA, entity.id(), 1, "status", "paused");

        assertThat(merged).isInstanceOf(SaveOutcome.Merged.class);
        var kept = world.conflictStore.settledBy(entity.id(), new Revision(3)).orElseThrow();
        assertThat(kept.isAutomatic()).isTrue();
        assertThat(kept.settlement().orElseThrow().resolution().fields()).hasSize(2);
        assertThat(applied(merged).status()).isEqualTo(EntityStatus.SYNCED);
    }

    @Test
    default void who_meets_only_themselves_leaves_no_record_of_it() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(ANNA, entity.id(), 1, "phone", "2");

        world.send(ANNA, entity.id(), 1, "status", "paused");

        assertThat(world.conflictStore.settledBy(entity.id(), new Revision(3))).isEmpty();
    }

    @Test
    default void a_later_edit_that_writes_what_was_wanted_ends_the_conflict() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        var conflict = world.park(ANNA, entity.id(), 1, "phone", "3");

        var after = applied(world.update(BEN, entity.id(), 2, "phone", "3"));

        assertThat(after.status()).isEqualTo(EntityStatus.SYNCED);
        var ended = world.conflictStore.find(conflict.id()).orElseThrow();
        assertThat(ended.settlement().orElseThrow().how()).isEqualTo(Settlement.How.OVERTAKEN);
        assertThat(ended.settlement().orElseThrow().made()).isEqualTo(new Revision(3));
        assertThat(told(world)).containsExactly("anna TAKEN by ben [phone]");
    }

    @Test
    default void the_last_write_wins_where_it_is_told_to_and_the_loser_is_told() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome =
                world.service.save(
                        new Edit.Update(entity.id(), new Revision(1), world.patch("phone", "3")),
                        Author.of(SUE, Origin.API).merging(MergeStrategy.LAST_WRITE_WINS));

        assertThat(text(applied(outcome), "phone")).isEqualTo("3");
        assertThat(told(world)).containsExactly("ben OVERRULED by sue [phone]");
        assertThat(
                        world.conflictStore
                                .settledBy(entity.id(), new Revision(3))
                                .orElseThrow()
                                .isAutomatic())
                .isTrue();
    }

    @Test
    default void users_may_ask_for_a_decision_but_not_to_win() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "notes", "Ring twice at gate 3.");
        world.update(BEN, entity.id(), 1, "notes", "Ring once at gate 3.");
        var edit =
                new Edit.Update(
                        entity.id(),
                        new Revision(1),
                        world.patch("notes", "Ring twice at gate 4."));

        var winning =
                world.service.save(
                        edit, Author.of(ANNA, Origin.API).merging(MergeStrategy.LAST_WRITE_WINS));
        var asking =
                world.service.save(edit, Author.of(ANNA, Origin.API).merging(MergeStrategy.MANUAL));

        assertThat(winning)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.violations().getFirst().field())
                                        .isEqualTo("strategy"));
        assertThat(parked(asking).contested()).isEqualTo(fields("notes"));
    }

    @Test
    default void the_author_and_the_desk_are_told_and_the_bus_says_so() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var conflict = world.park(ANNA, entity.id(), 1, "phone", "3");

        assertThat(told(world))
                .containsExactly("anna PARKED by anna [phone]", "desk WAITING by anna [phone]");
        assertThat(world.notices.unread(ANNA.id(), false, 9)).isEqualTo(1);
        assertThat(world.notices.unread(SUE.id(), true, 9)).isEqualTo(1);
        assertThat(world.notices.unread(BEN.id(), false, 9)).isZero();
        assertThat(world.bus.history())
                .filteredOn(Event.ConflictChanged.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.ConflictChanged.class,
                        event -> {
                            assertThat(event.what()).isEqualTo(Event.ConflictChanged.What.PARKED);
                            assertThat(event.conflict()).isEqualTo(conflict.id());
                            assertThat(event.entity()).isEqualTo(entity.id());
                        });
    }

    @Test
    default void two_changes_of_a_number_that_adds_up_are_added() {
        var world = world();
        var fields = new ArrayList<>(World.contacts().fields());
        fields.add(World.field("stock", FieldKind.NUMBER).adding());
        world.typeService.change(
                World.contacts().having(fields),
                world.types.get(World.CONTACTS).version(),
                World.ADMIN);
        var entity = world.create(ANNA, "name", "Quay", "stock", "10");
        world.update(BEN, entity.id(), 1, "stock", "8");

        var outcome = world.send(ANNA, entity.id(), 1, "stock", "7");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Merged.class,
                        merged -> assertThat(text(merged.entity(), "stock")).isEqualTo("5"));
    }

    @Test
    default void a_strict_type_asks_about_any_two_edits() {
        var world = world();
        world.typeService.change(
                World.contacts().joining(Strictness.ENTITY),
                world.types.get(World.CONTACTS).version(),
                World.ADMIN);
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.send(ANNA, entity.id(), 1, "status", "paused");

        assertThat(outcome).isInstanceOf(SaveOutcome.Parked.class);
    }

    @Test
    default void other_nodes_say_so_too_and_none_says_it_twice() {
        var world = world();
        var there = new EventBus(Runnable::run);
        try (var other = new ConflictFeed(world.trail, world.conflictStore, world.store, there)) {
            other.start();
            var entity = world.create(ANNA, "name", "Quay", "phone", "1", "tags", "depot");
            world.update(BEN, entity.id(), 1, "phone", "2");

            var conflict = world.park(ANNA, entity.id(), 1, "phone", "3");
            world.update(BEN, entity.id(), 2, "phone", "3");
            world.update(ANNA, entity.id(), 3, "tags", "depot; vip");
            world.update(BEN, entity.id(), 3, "tags", "depot; lyon");

            await().until(() -> changes(there).size() == 3);
            assertThat(changes(there))
                    .extracting(Event.ConflictChanged::what)
                    .containsExactly(
                            Event.ConflictChanged.What.PARKED,
                            Event.ConflictChanged.What.SETTLED,
                            Event.ConflictChanged.What.MERGED);
            assertThat(changes(there).subList(0, 2))
                    .extracting(Event.ConflictChanged::conflict)
                    .containsOnly(conflict.id());
            await().until(() -> world.conflictFeed.read().equals(world.trail.head()));
            assertThat(changes(world.bus)).hasSize(3);
        }
    }

    private static List<Event.ConflictChanged> changes(EventBus bus) {
        return bus.history().stream()
                .filter(Event.ConflictChanged.class::isInstance)
                .map(Event.ConflictChanged.class::cast)
                .toList();
    }

    @Test
    default void what_was_read_is_no_longer_counted_and_what_is_over_no_longer_told() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        world.park(ANNA, entity.id(), 1, "phone", "3");
        var newest = world.notices.of(SUE.id(), true, Optional.empty(), 9).getFirst();

        world.transactions.executeWithoutResult(_ -> world.notices.read(SUE.id(), newest.id()));

        assertThat(world.notices.unread(SUE.id(), true, 9)).isZero();
        assertThat(world.notices.readUpTo(SUE.id())).contains(newest.id());
        world.update(BEN, entity.id(), 2, "phone", "3");
        assertThat(world.notices.of(SUE.id(), true, Optional.empty(), 9)).isEmpty();
    }

    private static SortedSet<FieldName> fields(String... names) {
        var fields = new TreeSet<FieldName>();
        Stream.of(names).map(FieldName::new).forEach(fields::add);
        return fields;
    }

    /// Everything that anybody is told, as `who KIND by whom [fields]`.
    static java.util.List<String> told(World world) {
        return Stream.of(ANNA, BEN, NORA, SUE)
                .flatMap(person ->
                        world
                                .notices
                                .of(person.id(), person.equals(SUE), Optional.empty(), 99)
                                .stream())
                .map(notice ->
                        notice.to().map(Object::toString).orElse("desk")
                                + " "
                                + notice.kind()
                                + " by "
                                + notice.by()
                                + " "
                                + notice.fields())
                .toList();
    }
}
