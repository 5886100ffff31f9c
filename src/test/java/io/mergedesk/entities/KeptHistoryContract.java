package io.mergedesk.entities;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.applied;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What the write path promises of what it once acknowledged, also to many at once.
public interface KeptHistoryContract {

    FieldName PHONE = new FieldName("phone");

    World world();

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
    default void a_removed_field_still_tells_its_old_values() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        applied(world.update(BEN, entity.id(), 1, "phone", "2"));

        world.keepFields(field -> !field.name().equals(PHONE));
        applied(world.update(ANNA, entity.id(), 2, "name", "Mole"));

        assertThat(world.types.get(CONTACTS).field(PHONE)).isEmpty();
        var first = world.service.at(entity.id(), new Revision(1), ANNA).orElseThrow();
        var second = world.service.at(entity.id(), new Revision(2), ANNA).orElseThrow();
        assertThat(text(first, "phone")).isEqualTo("1");
        assertThat(text(second, "phone")).isEqualTo("2");
        assertThat(world.service.changesOf(entity.id(), new Revision(3), 1, ANNA))
                .singleElement()
                .extracting(Change::fields)
                .isEqualTo(
                        List.of(
                                FieldChange.of(
                                        PHONE,
                                        new FieldValue.Text("1"),
                                        new FieldValue.Text("2"))));
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
}
