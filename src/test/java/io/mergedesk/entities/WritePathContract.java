package io.mergedesk.entities;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.applied;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.events.EventName;
import org.junit.jupiter.api.Test;

/// What the write path promises of one edit, whatever it keeps its entities in.
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
    default void stale_edits_of_one_set_and_one_text_are_joined() {
        var world = world();
        var entity =
                world.create(
                        ANNA, "name", "Quay", "tags", "depot", "notes", "Ring twice at gate 3.");
        world.update(BEN, entity.id(), 1, "tags", "depot; vip", "notes", "Ring once at gate 3.");

        var outcome =
                world.update(
                        ANNA,
                        entity.id(),
                        1,
                        "tags",
                        "lyon; depot",
                        "notes",
                        "Ring twice at gate 4.");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Merged.class,
                        merged -> {
                            assertThat(text(merged.entity(), "tags")).isEqualTo("depot; lyon; vip");
                            assertThat(text(merged.entity(), "notes"))
                                    .isEqualTo("Ring once at gate 4.");
                        });
    }

    @Test
    default void two_halves_of_a_group_are_contested_together() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "street", "Quay 4", "postcode", "1000");
        world.update(BEN, entity.id(), 1, "street", "Mole 1");

        var outcome = world.update(ANNA, entity.id(), 1, "postcode", "2000");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SaveOutcome.Contested.class,
                        contested ->
                                assertThat(contested.fields())
                                        .allSatisfy(field ->
                                                assertThat(field.theirsBy())
                                                        .isEqualTo(new UserId("ben")))
                                        .extracting(ContestedField::field)
                                        .containsExactly(
                                                new FieldName("postcode"),
                                                new FieldName("street")));
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
    default void deleting_what_somebody_changed_since_is_contested() {
        var world = world();
        var entity = world.create(ANNA, "name", "Quay", "phone", "1");
        world.update(BEN, entity.id(), 1, "phone", "2");

        var outcome = world.save(new Edit.Delete(entity.id(), new Revision(1)), ANNA);

        assertThat(outcome).isInstanceOf(SaveOutcome.Contested.class);
        assertThat(world.service.find(entity.id(), ANNA).orElseThrow().deleted()).isFalse();
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
}
