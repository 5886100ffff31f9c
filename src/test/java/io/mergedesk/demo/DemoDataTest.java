package io.mergedesk.demo;

import static io.mergedesk.storage.jooq.TransferDesk.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.storage.jooq.TransferDesk;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What the demo shows to somebody who sees Mergedesk for the first time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoDataTest {

    private final Filled demo = Filled.anew();

    /// All that is in a demo, entities in the order they were made in.
    private record Filled(List<EntityType> types, List<Entity> entities) {

        static Filled anew() {
            var clock = new DemoClock();
            try (var desk = new TransferDesk(clock)) {
                var types = desk.get(TypeService.class);
                var service = desk.get(EntityService.class);
                new DemoData(types, service, clock).fill();
                var ids =
                        service.feed(Sequence.START, 10_000, ADMIN).changes().stream()
                                .map(Change::entity)
                                .distinct()
                                .toList();
                var found = service.findAll(ids, ADMIN);
                var inOrder = ids.stream().map(id -> Objects.requireNonNull(found.get(id)));
                return new Filled(types.all(), inOrder.toList());
            }
        }

        List<Entity> of(TypeName type) {
            return entities.stream().filter(entity -> entity.type().equals(type)).toList();
        }

        Set<EntityId> ids(TypeName type) {
            return of(type).stream().map(Entity::id).collect(Collectors.toSet());
        }

        Set<EntityId> referred(TypeName type, String field) {
            return of(type).stream()
                    .flatMap(entity -> entity.values().find(new FieldName(field)).stream())
                    .map(value -> ((FieldValue.Reference) value).entity())
                    .collect(Collectors.toSet());
        }

        List<String> titles() {
            var byName = types.stream().collect(Collectors.toMap(EntityType::name, type -> type));
            return entities.stream()
                    .map(entity ->
                            Objects.requireNonNull(byName.get(entity.type())).titleOf(entity))
                    .toList();
        }
    }

    @Test
    void there_are_about_two_thousand_records_of_three_types() {
        assertThat(demo.types())
                .extracting(EntityType::name)
                .containsExactlyInAnyOrder(
                        DemoTypes.CONTACTS, DemoTypes.CONTRACTS, DemoTypes.EQUIPMENT);
        assertThat(demo.entities()).hasSizeBetween(1_900, 2_100);
        assertThat(demo.types())
                .allSatisfy(type -> assertThat(demo.of(type.name())).hasSizeGreaterThan(100));
    }

    @Test
    void contracts_and_equipment_refer_to_records_of_the_other_types() {
        assertThat(demo.referred(DemoTypes.CONTRACTS, "customer"))
                .isNotEmpty()
                .isSubsetOf(demo.ids(DemoTypes.CONTACTS));
        assertThat(demo.referred(DemoTypes.EQUIPMENT, "location"))
                .isNotEmpty()
                .isSubsetOf(demo.ids(DemoTypes.CONTACTS));
        assertThat(demo.referred(DemoTypes.EQUIPMENT, "contract"))
                .isNotEmpty()
                .isSubsetOf(demo.ids(DemoTypes.CONTRACTS));
    }

    @Test
    void some_records_have_a_history() {
        assertThat(demo.of(DemoTypes.CONTACTS))
                .filteredOn(contact -> new Revision(1).isBefore(contact.revision()))
                .hasSizeGreaterThan(100);
    }

    @Test
    void some_edits_wait_at_the_desk() {
        assertThat(demo.of(DemoTypes.CONTACTS))
                .filteredOn(contact -> contact.status() == EntityStatus.CONFLICT)
                .hasSizeBetween(3, 9);
    }

    @Test
    void every_demo_has_the_same_records() {
        assertThat(Filled.anew().titles()).isEqualTo(demo.titles());
    }
}
