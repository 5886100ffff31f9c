package io.mergedesk.entities;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What finding entities promises, whatever keeps them.
public interface EntitySearchContract {

    World world();

    private static List<String> names(World world, EntityQuery query) {
        return world.service.page(query, ANNA).items().stream()
                .map(entity -> text(entity, "name"))
                .toList();
    }

    private static EntityQuery byName() {
        return EntityQuery.of(CONTACTS, 100).sortedBy(new FieldName("name"), false);
    }

    private static Filter filter(
            World world, String field, Filter.Operator operator, String value) {
        var name = new FieldName(field);
        return switch (FieldText.read(world.types.get(CONTACTS).kindOf(name), value)) {
            case Reading.Value(var read) -> new Filter(name, operator, read);
            case Reading.Nothing _ -> new Filter(name, operator, null);
            case Reading.Wrong(var expectation) -> throw new IllegalArgumentException(expectation);
        };
    }

    @Test
    default void sorts_texts_without_letter_case_and_accents_numbers_by_value_and_empties_first() {
        var world = world();
        world.create(ANNA, "name", "zebra", "credit", "9");
        world.create(ANNA, "name", "Énergie", "credit", "-10");
        world.create(ANNA, "name", "apple", "credit", "10.5");
        world.create(ANNA, "name", "Banana");

        assertThat(names(world, byName())).containsExactly("apple", "Banana", "Énergie", "zebra");
        assertThat(
                        names(
                                world,
                                EntityQuery.of(CONTACTS, 9)
                                        .sortedBy(new FieldName("credit"), false)))
                .containsExactly("Banana", "Énergie", "zebra", "apple");
        assertThat(
                        names(
                                world,
                                EntityQuery.of(CONTACTS, 9)
                                        .sortedBy(new FieldName("credit"), true)))
                .containsExactly("apple", "zebra", "Énergie", "Banana");
    }

    @Test
    default void without_a_sort_the_latest_change_comes_first() {
        var world = world();
        var first = world.create(ANNA, "name", "First");
        world.clock.turn(java.time.Duration.ofSeconds(1));
        world.create(ANNA, "name", "Second");
        world.clock.turn(java.time.Duration.ofSeconds(1));
        world.update(ANNA, first.id(), 1, "phone", "1");

        assertThat(names(world, EntityQuery.of(CONTACTS, 10))).containsExactly("First", "Second");
    }

    @Test
    default void filters_by_every_operator() {
        var world = world();
        world.create(ANNA, "name", "A", "credit", "1", "status", "active", "tags", "vip;lyon");
        world.create(ANNA, "name", "B", "credit", "2", "status", "paused", "tags", "lyon");
        world.create(ANNA, "name", "C", "status", "active");

        record Case(String field, Filter.Operator operator, String value, List<String> expected) {}
        var cases =
                List.of(
                        new Case("credit", Filter.Operator.EQ, "1", List.of("A")),
                        new Case("credit", Filter.Operator.NE, "1", List.of("B", "C")),
                        new Case("credit", Filter.Operator.LT, "2", List.of("A")),
                        new Case("credit", Filter.Operator.LTE, "2", List.of("A", "B")),
                        new Case("credit", Filter.Operator.GT, "1", List.of("B")),
                        new Case("credit", Filter.Operator.GTE, "1", List.of("A", "B")),
                        new Case("credit", Filter.Operator.EMPTY, "", List.of("C")),
                        new Case("credit", Filter.Operator.PRESENT, "", List.of("A", "B")),
                        new Case("name", Filter.Operator.STARTS, "b", List.of("B")),
                        new Case("tags", Filter.Operator.EQ, "vip", List.of("A")),
                        new Case("tags", Filter.Operator.EQ, "lyon", List.of("A", "B")),
                        new Case("status", Filter.Operator.EQ, "active", List.of("A", "C")));
        for (var one : cases) {
            var query =
                    byName().where(
                                    List.of(
                                            filter(
                                                    world,
                                                    one.field(),
                                                    one.operator(),
                                                    one.value())));
            assertThat(names(world, query)).as(one.toString()).isEqualTo(one.expected());
            assertThat(
                            names(
                                    world,
                                    new EntityQuery(
                                            CONTACTS,
                                            "",
                                            query.filters(),
                                            Optional.empty(),
                                            true,
                                            50,
                                            Optional.empty())))
                    .as("by update: " + one)
                    .containsExactlyInAnyOrderElementsOf(one.expected());
        }
        var both =
                byName().where(
                                List.of(
                                        filter(world, "status", Filter.Operator.EQ, "active"),
                                        filter(world, "credit", Filter.Operator.PRESENT, "")));
        assertThat(names(world, both)).containsExactly("A");
    }

    @Test
    default void finds_by_the_beginnings_of_words_in_any_text_field() {
        var world = world();
        world.create(ANNA, "name", "Northwind Depot", "notes", "Ring twice at the quay");
        world.create(ANNA, "name", "Quay workshop", "mail", "info@north.example");

        assertThat(names(world, byName().matching("quay")))
                .containsExactly("Northwind Depot", "Quay workshop");
        assertThat(names(world, byName().matching("NORTH")))
                .containsExactly("Northwind Depot", "Quay workshop");
        assertThat(names(world, byName().matching("quay work"))).containsExactly("Quay workshop");
        assertThat(names(world, byName().matching("uay"))).isEmpty();
    }

    @Test
    default void a_changed_or_deleted_entity_is_found_by_what_it_is_now() {
        var world = world();
        var one = world.create(ANNA, "name", "Old name", "credit", "1");
        var two = world.create(ANNA, "name", "Doomed");
        world.update(ANNA, one.id(), 1, "name", "New name", "credit", "5");
        world.save(new Edit.Delete(two.id(), new Revision(1)), ANNA);

        assertThat(names(world, byName())).containsExactly("New name");
        assertThat(names(world, byName().matching("old"))).isEmpty();
        assertThat(
                        names(
                                world,
                                byName().where(
                                                List.of(
                                                        filter(
                                                                world,
                                                                "credit",
                                                                Filter.Operator.EQ,
                                                                "1")))))
                .isEmpty();
        assertThat(
                        names(
                                world,
                                byName().where(
                                                List.of(
                                                        filter(
                                                                world,
                                                                "credit",
                                                                Filter.Operator.EQ,
                                                                "5")))))
                .containsExactly("New name");
    }

    @Test
    default void pages_bring_every_entity_once_whichever_way_they_are_sorted() {
        var world = world();
        for (int i = 0; i < 57; i++) {
            world.create(ANNA, "name", "Name " + i % 10, "credit", "" + i % 7);
            world.clock.turn(java.time.Duration.ofMillis(1));
        }
        for (var start :
                List.of(
                        EntityQuery.of(CONTACTS, 10),
                        EntityQuery.of(CONTACTS, 10).sortedBy(new FieldName("name"), false),
                        EntityQuery.of(CONTACTS, 10).sortedBy(new FieldName("credit"), true),
                        EntityQuery.of(CONTACTS, 10)
                                .sortedBy(new FieldName("phone"), true)
                                .matching("name"))) {
            var seen = new ArrayList<Entity>();
            Optional<Cursor> place = Optional.empty();
            do {
                var page =
                        world.service.page(
                                start.startingAfter(place.map(Cursor::encode).map(Cursor::decode)),
                                ANNA);
                seen.addAll(page.items());
                place = page.next();
            } while (place.isPresent());

            assertThat(seen)
                    .as(start.toString())
                    .hasSize(57)
                    .extracting(Entity::id)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    default void a_field_added_removed_and_brought_back_keeps_lists_complete() {
        var world = world();
        world.create(ANNA, "name", "A", "credit", "3");
        var type = world.types.get(CONTACTS);
        var definition = type.definition();
        var without =
                definition.fields().stream()
                        .filter(field -> !field.name().value().equals("credit"))
                        .toList();
        var withNew = new ArrayList<>(without);
        withNew.add(World.field("extra", io.mergedesk.changes.FieldKind.NUMBER));

        var removed =
                world.typeService.change(with(definition, withNew), type.version(), World.ADMIN);
        assertThat(
                        names(
                                world,
                                EntityQuery.of(CONTACTS, 9)
                                        .sortedBy(new FieldName("extra"), false)))
                .containsExactly("A");
        var back = new ArrayList<>(withNew);
        back.add(World.field("credit", io.mergedesk.changes.FieldKind.NUMBER));
        world.typeService.change(
                with(definition, back),
                ((TypeOutcome.Saved) removed).type().version(),
                World.ADMIN);

        assertThat(
                        names(
                                world,
                                byName().where(
                                                List.of(
                                                        filter(
                                                                world,
                                                                "credit",
                                                                Filter.Operator.EQ,
                                                                "3")))))
                .containsExactly("A");
    }

    private static TypeDefinition with(TypeDefinition definition, List<FieldDefinition> fields) {
        return new TypeDefinition(
                definition.name(),
                definition.label(),
                definition.singular(),
                fields,
                definition.strategy());
    }
}
