package io.mergedesk.entities;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.applied;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.events.EventName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/// What the write path promises, whatever it keeps its entities in.
public interface WritePathContract {

    World world();

    @Test
    default void a_new_entity_stands_at_revision_one_and_is_in_the_feed() {
        var world = world();

        var entity = world.create(ANNA, "name", "Quay workshop", "phone", "1");

        assertThat(world.service.find(entity.id(), ANNA)).contains(entity);
        assertThat(entity.revision()).isEqualTo(new Revision(1));
        assertThat(entity.version().vector())
                .isEqualTo(VersionVector.EMPTY.bump(new SiteId("lyon")));
        var change = world.log.after(Sequence.START, 10).getLast();
        assertThat(change.event()).isEqualTo(EventName.ENTITY_CREATED);
        assertThat(change.by()).isEqualTo(new UserId("anna"));
        assertThat(change.fields()).hasSize(2);
    }

    @Test
    default void an_edit_on_the_current_revision_is_applied() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");

        var after = applied(world.update(BEN, entity.id(), 1, "phone", "2", "status", "active"));

        assertThat(text(after, "phone")).isEqualTo("2");
        assertThat(text(after, "name")).isEqualTo("Quay");
        assertThat(after.revision()).isEqualTo(new Revision(2));
        assertThat(after.version().vector().count(new SiteId("lyon"))).isEqualTo(2);
        assertThat(world.service.find(entity.id(), ANNA)).contains(after);
    }

    @Test
    default void an_edit_that_changes_nothing_leaves_the_revision() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "credit", "1.50");

        var after = applied(world.update(BEN, entity.id(), 1, "credit", "1.5"));

        assertThat(after.revision()).isEqualTo(new Revision(1));
        assertThat(world.log.head()).isEqualTo(new Sequence(1));
    }

    @Test
    default void a_stale_edit_of_other_fields_merges_and_says_whose_they_are() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.update(ANNA, entity.id(), 1, "status", "paused");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Merged.class,
                        merged -> {
                            assertThat(merged.theirs()).containsOnlyKeys(new FieldName("phone"));
                            assertThat(merged.theirs()).containsValue(new UserId("ben"));
                            assertThat(text(merged.entity(), "phone")).isEqualTo("2");
                            assertThat(text(merged.entity(), "status")).isEqualTo("paused");
                        });
    }

    @Test
    default void a_stale_edit_of_the_same_field_is_contested_and_nothing_is_written() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.update(ANNA, entity.id(), 1, "phone", "3", "status", "paused");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Contested.class,
                        contested -> {
                            assertThat(contested.fields()).hasSize(1);
                            var field = contested.fields().getFirst();
                            assertThat(field.field()).isEqualTo(new FieldName("phone"));
                            assertThat(field.contest().base()).hasToString("Text[text=1]");
                            assertThat(field.contest().theirs()).hasToString("Text[text=2]");
                            assertThat(field.contest().mine()).hasToString("Text[text=3]");
                            assertThat(field.theirsBy()).isEqualTo(new UserId("ben"));
                        });
        assertThat(text(world.service.find(entity.id(), ANNA).orElseThrow(), "status")).isEmpty();
    }

    @Test
    default void a_value_that_went_and_came_back_is_no_conflict() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");
        world.update(BEN, entity.id(), 2, "phone", "1");

        var after = applied(world.update(ANNA, entity.id(), 1, "phone", "3"));

        assertThat(text(after, "phone")).isEqualTo("3");
    }

    @Test
    default void a_refused_edit_names_each_field_and_what_was_expected() {
        var world = world();

        var outcome =
                world.save(
                        new Edit.Create(
                                CONTACTS, world.patch("status", "sleeping", "owner", "nobody")),
                        ANNA);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused -> {
                            assertThat(refused.violations())
                                    .extracting(Violation::field)
                                    .containsExactlyInAnyOrder("name", "status", "owner");
                            assertThat(refused.violations())
                                    .extracting(Violation::message)
                                    .anySatisfy(message ->
                                            assertThat(message).contains("active, paused"));
                        });
        assertThat(world.log.head()).isEqualTo(Sequence.START);
    }

    @Test
    default void a_unique_value_is_refused_to_a_second_entity_and_free_again_after_a_delete() {
        var world = world();
        var first = world.create(ANNA, "name", "One", "code", "Q-1");

        var clash =
                world.save(
                        new Edit.Create(CONTACTS, world.patch("name", "Two", "code", "q-1")), ANNA);
        world.save(new Edit.Delete(first.id(), new Revision(1)), ANNA);
        var second = world.create(ANNA, "name", "Two", "code", "Q-1");

        assertThat(clash).isInstanceOf(SaveOutcome.Refused.class);
        assertThat(text(second, "code")).isEqualTo("Q-1");
        assertThat(world.save(new Edit.Restore(first.id()), ANNA))
                .isInstanceOf(SaveOutcome.Refused.class);
    }

    @Test
    default void of_two_edits_of_one_call_that_claim_a_unique_value_the_second_is_refused() {
        var world = world();

        var outcomes =
                saveAll(
                        world,
                        new Edit.Create(CONTACTS, world.patch("name", "One", "code", "Q-1")),
                        new Edit.Create(CONTACTS, world.patch("name", "Two", "code", "q-1")));

        assertThat(text(applied(outcomes.getFirst()), "code")).isEqualTo("Q-1");
        assertThat(outcomes.getLast())
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(Violation::field)
                                        .containsExactly("code"));
        assertThat(world.log.head()).isEqualTo(new Sequence(1));
    }

    @Test
    default void a_unique_value_that_an_edit_gives_up_is_free_for_the_next_of_the_same_call() {
        var world = world();
        var first = world.create(ANNA, "name", "One", "code", "Q-1");
        var second = world.create(ANNA, "name", "Two", "code", "Q-2");

        var outcomes =
                saveAll(
                        world,
                        new Edit.Update(first.id(), new Revision(1), world.patch("code", "Q-3")),
                        new Edit.Update(second.id(), new Revision(1), world.patch("code", "Q-1")),
                        new Edit.Update(first.id(), new Revision(2), world.patch("code", "Q-2")));

        assertThat(outcomes).hasOnlyElementsOfType(SaveOutcome.Applied.class);
        assertThat(owner(world, "Q-1")).contains(second.id());
        assertThat(owner(world, "Q-2")).contains(first.id());
        assertThat(owner(world, "Q-3")).isEmpty();
    }

    @Test
    default void a_value_that_comes_back_within_a_call_is_found_and_the_one_between_is_not() {
        var world = world();
        var entity = world.create(ANNA, "name", "One", "code", "Q-1");

        saveAll(
                world,
                new Edit.Update(entity.id(), new Revision(1), world.patch("code", "Q-2")),
                new Edit.Update(entity.id(), new Revision(2), world.patch("code", "Q-1")));

        assertThat(owner(world, "Q-1")).contains(entity.id());
        assertThat(owner(world, "Q-2")).isEmpty();
        assertThat(world.service.page(EntityQuery.of(CONTACTS, 10).matching("q-2"), ANNA).items())
                .isEmpty();
    }

    @Test
    default void an_entity_that_an_edit_deletes_is_not_there_for_references_of_the_same_call() {
        var world = world();
        var parent = world.create(ANNA, "name", "Parent");

        var outcomes =
                saveAll(
                        world,
                        new Edit.Create(
                                CONTACTS,
                                world.patch("name", "A", "parent", parent.id().toString())),
                        new Edit.Delete(parent.id(), new Revision(1)),
                        new Edit.Create(
                                CONTACTS,
                                world.patch("name", "B", "parent", parent.id().toString())));

        assertThat(outcomes.get(0)).isInstanceOf(SaveOutcome.Applied.class);
        assertThat(outcomes.get(1)).isInstanceOf(SaveOutcome.Applied.class);
        assertThat(outcomes.get(2)).isInstanceOf(SaveOutcome.Refused.class);
    }

    @Test
    default void of_many_stale_writes_none_is_written() {
        var world = world();
        var writes =
                IntStream.range(0, 5)
                        .mapToObj(i -> world.create(ANNA, "name", "E" + i))
                        .map(entity -> bumped(world, entity))
                        .toList();
        world.update(BEN, writes.get(3).after().id(), 1, "phone", "7");

        assertThatThrownBy(() ->
                        world.transactions.executeWithoutResult(_ -> world.store.bump(writes)))
                .isInstanceOf(ConcurrencyFailureException.class);

        for (var write : writes) {
            assertThat(world.store.find(write.after().id()).orElseThrow().values())
                    .isNotEqualTo(write.after().values());
        }
    }

    private static EntityWrite bumped(World world, Entity entity) {
        var next =
                new NextRevision(
                        new SiteId("lyon"), world.clock, new EntitiesConfiguration().entityIds());
        return next.updated(
                world.types.get(CONTACTS),
                entity,
                world.patch("phone", "1"),
                entity.revision(),
                Author.of(ANNA, Origin.API));
    }

    private static List<SaveOutcome> saveAll(World world, Edit... edits) {
        return world.service.saveAll(List.of(edits), Author.of(ANNA, Origin.API));
    }

    private static Optional<EntityId> owner(World world, String code) {
        var key =
                UniqueKey.of(
                        world.types.get(CONTACTS).indexOf(new FieldName("code")),
                        new FieldValue.Text(code));
        return Optional.ofNullable(world.store.ownersOf(List.of(key)).get(key));
    }

    @Test
    default void a_deleted_entity_is_gone_for_edits_and_comes_back_with_restore() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        applied(world.save(new Edit.Delete(entity.id(), new Revision(1)), BEN));

        var edit = world.update(ANNA, entity.id(), 1, "phone", "2");
        var restored = applied(world.save(new Edit.Restore(entity.id()), ANNA));

        assertThat(edit)
                .isInstanceOfSatisfying(
                        SaveOutcome.Gone.class,
                        gone -> assertThat(gone.by()).isEqualTo(new UserId("ben")));
        assertThat(restored.deleted()).isFalse();
        assertThat(text(restored, "phone")).isEqualTo("1");
        assertThat(restored.revision()).isEqualTo(new Revision(3));
    }

    @Test
    default void deleting_what_somebody_changed_since_is_contested() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.save(new Edit.Delete(entity.id(), new Revision(1)), ANNA);

        assertThat(outcome).isInstanceOf(SaveOutcome.Contested.class);
        assertThat(world.service.find(entity.id(), ANNA).orElseThrow().deleted()).isFalse();
    }

    @Test
    default void every_revision_can_be_read_again_across_snapshots() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "0");
        IntStream.rangeClosed(1, 2 * Snapshot.INTERVAL + 5)
                .forEach(i ->
                        applied(
                                world.update(
                                        ANNA,
                                        entity.id(),
                                        i,
                                        "phone",
                                        "" + i,
                                        "credit",
                                        "" + i % 2)));

        for (long revision : LongStream.of(1, 2, 49, 50, 51, 99, 100, 101, 106).toArray()) {
            var then = world.service.at(entity.id(), new Revision(revision), ANNA).orElseThrow();
            assertThat(text(then, "phone")).isEqualTo("" + (revision - 1));
            assertThat(then.revision()).isEqualTo(new Revision(revision));
        }
        assertThat(world.service.at(entity.id(), new Revision(107), ANNA)).isEmpty();
    }

    @Test
    default void the_same_request_again_is_answered_as_the_first_time() {
        var world = world();
        var author = Author.of(ANNA, Origin.API).withKey("k1");
        var create = new Edit.Create(CONTACTS, world.patch("name", "Once"));

        var first = applied(world.service.save(create, author));
        world.update(BEN, first.id(), 1, "phone", "7");
        var again = applied(world.service.save(create, author));
        var other =
                world.service.save(new Edit.Create(CONTACTS, world.patch("name", "Twice")), author);

        assertThat(again).isEqualTo(first);
        assertThat(other).isInstanceOf(SaveOutcome.Refused.class);
        assertThat(world.log.head()).isEqualTo(new Sequence(2));
    }

    @Test
    default void an_entity_of_a_team_does_not_exist_for_others() {
        var world = world();
        var entity = world.create(NORA, "name", "Secret", "team", "north");

        assertThat(world.service.find(entity.id(), ANNA)).isEmpty();
        assertThat(world.update(ANNA, entity.id(), 1, "phone", "1"))
                .isInstanceOf(SaveOutcome.Missing.class);
        assertThat(world.service.changesOf(entity.id(), new Revision(9), 10, ANNA)).isEmpty();
        assertThat(world.service.page(EntityQuery.of(CONTACTS, 10), ANNA).items()).isEmpty();
        assertThat(
                        world.service
                                .page(EntityQuery.of(CONTACTS, 10).matching("secret"), ANNA)
                                .items())
                .isEmpty();
        assertThat(world.service.feed(Sequence.START, 10, ANNA).changes()).isEmpty();
        assertThat(world.service.feed(Sequence.START, 10, ANNA).next()).isEqualTo(new Sequence(1));
        assertThat(world.service.find(entity.id(), NORA)).isPresent();
        assertThat(world.service.find(entity.id(), ADMIN)).isPresent();
        assertThat(
                        world.save(
                                new Edit.Create(
                                        CONTACTS, world.patch("name", "x", "team", "north")),
                                ANNA))
                .isInstanceOf(SaveOutcome.Refused.class);
    }

    @Test
    default void
            edits_of_one_call_that_were_made_on_the_same_revision_do_not_overwrite_each_other() {
        var world = world();
        var entity = world.create(ANNA, "name", "One", "phone", "1");

        var outcomes =
                world.service.saveAll(
                        List.of(
                                new Edit.Update(
                                        entity.id(), entity.revision(), world.patch("phone", "2")),
                                new Edit.Update(
                                        entity.id(), entity.revision(), world.patch("name", "Two")),
                                new Edit.Update(
                                        entity.id(), entity.revision(), world.patch("phone", "3")),
                                new Edit.Delete(entity.id(), entity.revision())),
                        Author.of(BEN, Origin.API));

        assertThat(outcomes)
                .extracting(Object::getClass)
                .isEqualTo(
                        List.of(
                                SaveOutcome.Applied.class,
                                SaveOutcome.Merged.class,
                                SaveOutcome.Contested.class,
                                SaveOutcome.Contested.class));
        var stored = world.service.find(entity.id(), ANNA).orElseThrow();
        assertThat(text(stored, "phone")).isEqualTo("2");
        assertThat(text(stored, "name")).isEqualTo("Two");
        var contested = ((SaveOutcome.Contested) outcomes.get(2)).fields().getFirst();
        assertThat(contested.theirsBy()).isEqualTo(BEN.id());
    }

    @Test
    default void many_writers_lose_no_acknowledged_edit() throws Exception {
        var world = world();
        var entities =
                IntStream.range(0, 4).mapToObj(i -> world.create(ANNA, "name", "E" + i)).toList();
        try (var writers = Executors.newFixedThreadPool(16)) {
            var tasks =
                    IntStream.range(0, 16)
                            .<Callable<List<String>>>mapToObj(writer ->
                                    () ->
                                            IntStream.range(0, 15)
                                                    .mapToObj(i ->
                                                            append(
                                                                    world,
                                                                    entities.get(i % 4),
                                                                    writer + "." + i))
                                                    .toList())
                            .toList();
            var acknowledged = new java.util.ArrayList<String>();
            for (var done : writers.invokeAll(tasks)) {
                acknowledged.addAll(done.get());
            }

            var stored =
                    entities.stream()
                            .flatMap(entity ->
                                    text(
                                                    world.service
                                                            .find(entity.id(), ANNA)
                                                            .orElseThrow(),
                                                    "notes")
                                            .lines())
                            .toList();
            assertThat(stored).containsExactlyInAnyOrderElementsOf(acknowledged).hasSize(16 * 15);
        }
        var sequences =
                world.log.after(Sequence.START, 1000).stream()
                        .map(change -> change.sequence().number())
                        .toList();
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 4 + 16 * 15).boxed().toList());
    }

    private static String append(World world, Entity entity, String line) {
        while (true) {
            var now = world.service.find(entity.id(), ANNA).orElseThrow();
            var notes = text(now, "notes");
            var outcome =
                    world.update(
                            ANNA,
                            entity.id(),
                            now.revision().number(),
                            "notes",
                            notes.isEmpty() ? line : notes + "\n" + line);
            if (outcome instanceof SaveOutcome.Applied) {
                return line;
            }
            assertThat(outcome).isInstanceOf(SaveOutcome.Contested.class);
        }
    }

    @Test
    default void the_hash_chain_covers_every_change() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay");
        world.update(ANNA, entity.id(), 1, "phone", "1");

        var first = world.log.hashAt(new Sequence(1)).orElseThrow();
        var second = world.log.hashAt(new Sequence(2)).orElseThrow();

        assertThat(first).hasSize(32).isNotEqualTo(second);
        assertThat(world.log.hashAt(new Sequence(3))).isEmpty();
    }
}
