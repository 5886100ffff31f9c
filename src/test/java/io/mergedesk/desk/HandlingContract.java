package io.mergedesk.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.Priority;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.ConflictFeed;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.TrailAction;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the desk notes about a conflict, over every adapter.
public interface HandlingContract {

    DeskWorld desk();

    @Test
    default void a_supervisor_takes_a_conflict_and_all_are_told() {
        var conflict = desk().park("phone", "1", "2");
        var handling = new Handling(Priority.HIGH, Optional.of(SUE.id()), true, "ask Ben");

        var outcome = desk().desk.handle(conflict.id(), 1, handling, SUE);

        assertThat(outcome).isEqualTo(new HandleOutcome.Handled(desk().now(conflict)));
        assertThat(desk().now(conflict).handling()).isEqualTo(handling);
        assertThat(desk().desk.mine(SUE)).isOne();
        assertThat(desk().world.bus.history())
                .filteredOn(Event.ConflictChanged.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        Event.ConflictChanged.class,
                        event -> {
                            assertThat(event.what()).isEqualTo(Event.ConflictChanged.What.HANDLED);
                            assertThat(event.conflict()).isEqualTo(conflict.id());
                            assertThat(event.by()).isEqualTo(SUE.id());
                            assertThat(event.told()).containsExactly(SUE.id());
                        });
    }

    @Test
    default void other_nodes_hear_of_it_once_and_the_trail_keeps_it() {
        var world = desk().world;
        var conflict = desk().park("phone", "1", "2");
        var there = new EventBus(Runnable::run);
        try (var other = new ConflictFeed(world.trail, world.conflictStore, world.store, there)) {
            other.start();
            var start = world.trail.head();

            desk().desk
                    .handle(
                            conflict.id(),
                            1,
                            Handling.NEW.assigned(Optional.of(SUE.id())).noted("ask"),
                            SUE);

            await().until(() -> !there.history().isEmpty());
            assertThat(there.history())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Event.ConflictChanged.class,
                            event -> {
                                assertThat(event.what())
                                        .isEqualTo(Event.ConflictChanged.What.HANDLED);
                                assertThat(event.by()).isEqualTo(SUE.id());
                                assertThat(event.told()).containsExactly(SUE.id());
                            });
            assertThat(world.trail.after(start, 9))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.action()).isEqualTo(TrailAction.CONFLICT_HANDLED);
                        assertThat(entry.details().byName())
                                .containsEntry("assignee", "sue")
                                .containsEntry("note", "ask");
                    });
            await().until(() -> world.conflictFeed.read().equals(world.trail.head()));
            assertThat(world.bus.history())
                    .filteredOn(Event.ConflictChanged.class::isInstance)
                    .extracting(event -> ((Event.ConflictChanged) event).what())
                    .containsExactly(
                            Event.ConflictChanged.What.PARKED, Event.ConflictChanged.What.HANDLED);
        }
    }

    @Test
    default void the_second_of_two_supervisors_is_told_how_it_stands() {
        var conflict = desk().park("phone", "1", "2");
        desk().desk.handle(conflict.id(), 1, Handling.NEW.noted("first"), SUE);

        var outcome = desk().desk.handle(conflict.id(), 1, Handling.NEW.noted("second"), SUE);

        assertThat(outcome).isEqualTo(new HandleOutcome.Overtaken(desk().now(conflict)));
        assertThat(desk().now(conflict).handling().note()).isEqualTo("first");
    }

    @Test
    default void what_changes_nothing_is_no_change() {
        var conflict = desk().park("phone", "1", "2");

        desk().desk.handle(conflict.id(), 1, Handling.NEW, SUE);

        assertThat(desk().now(conflict).version()).isOne();
    }

    @Test
    default void only_supervisors_keep_the_desk() {
        var conflict = desk().park("phone", "1", "2");

        assertThat(desk().desk.handle(conflict.id(), 1, Handling.NEW.inspected(true), ANNA))
                .isInstanceOf(HandleOutcome.Forbidden.class);
        assertThat(desk().desk.handle(conflict.id(), 1, Handling.NEW.inspected(true), BEN))
                .isInstanceOf(HandleOutcome.Missing.class);
        assertThat(desk().now(conflict).handling()).isEqualTo(Handling.NEW);
    }

    @Test
    default void nobody_unknown_takes_it_and_notes_have_an_end() {
        var conflict = desk().park("phone", "1", "2");
        var handling =
                Handling.NEW.assigned(Optional.of(new UserId("ghost"))).noted("x".repeat(2_001));

        assertThat(desk().desk.handle(conflict.id(), 1, handling, SUE))
                .isInstanceOfSatisfying(
                        HandleOutcome.Refused.class,
                        refused -> assertThat(refused.violations()).hasSize(2));
    }
}
