package io.mergedesk.entities;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;

/// What the write path promises of unique values, and of several edits in one call.
public interface SeveralEditsContract {

    FieldName CODE = new FieldName("code");

    World world();

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
                                SaveOutcome.Parked.class,
                                SaveOutcome.Parked.class));
        var stored = world.service.find(entity.id(), ANNA).orElseThrow();
        assertThat(text(stored, "phone")).isEqualTo("2");
        assertThat(text(stored, "name")).isEqualTo("Two");
        var contested = ((SaveOutcome.Parked) outcomes.get(2)).fields().getFirst();
        assertThat(contested.theirsBy()).isEqualTo(BEN.id());
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

        assertThat(clash)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.taken())
                                        .containsExactly(Map.entry(CODE, Optional.of(first.id()))));
        assertThat(text(second, "code")).isEqualTo("Q-1");
        assertThat(world.save(new Edit.Restore(first.id()), ANNA))
                .isInstanceOf(SaveOutcome.Refused.class);
    }

    @Test
    default void nobody_learns_which_hidden_entity_has_a_unique_value() {
        var world = world();
        world.create(NORA, "name", "Hidden", "code", "Q-1", "team", "north");

        var clash =
                world.save(
                        new Edit.Create(CONTACTS, world.patch("name", "Two", "code", "q-1")), ANNA);

        assertThat(clash)
                .isInstanceOfSatisfying(
                        SaveOutcome.Refused.class,
                        refused ->
                                assertThat(refused.taken())
                                        .containsExactly(Map.entry(CODE, Optional.empty())));
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
}
