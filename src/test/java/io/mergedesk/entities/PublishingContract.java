package io.mergedesk.entities;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What the bus tells of what is written: all that is committed, and nothing else.
public interface PublishingContract {

    World world();

    /// Reads each entity it is told of at once, in the revision it is told.
    final class Reader implements EventListener {

        private final EntityService service;
        private final List<Event.EntityChanged> told = new CopyOnWriteArrayList<>();
        private final List<Optional<Entity>> found = new CopyOnWriteArrayList<>();

        Reader(EntityService service) {
            this.service = service;
        }

        @Override
        public void on(List<Event> events) {
            for (var event : events) {
                var changed = (Event.EntityChanged) event;
                found.add(service.at(changed.entity(), changed.revision(), ADMIN));
                told.add(changed);
            }
        }

        @Override
        public void refresh() {
            throw new AssertionError("expected to be told each event");
        }
    }

    @Test
    default void a_transaction_that_is_rolled_back_publishes_nothing() {
        var world = world();
        var reader = new Reader(world.service);
        world.bus.subscribe(Pattern.ALL, reader);
        var kept = world.create(ANNA, "name", "Kept");

        assertThatThrownBy(() ->
                        world.transactions.execute(_ -> {
                            world.create(ANNA, "name", "Undone");
                            world.update(ANNA, kept.id(), 1, "name", "Undone");
                            throw new IllegalStateException("planted");
                        }))
                .hasMessage("planted");
        var after = world.create(ANNA, "name", "After");

        await().until(() -> reader.told.stream().anyMatch(one -> one.entity().equals(after.id())));
        assertThat(reader.told)
                .extracting(Event.EntityChanged::entity)
                .containsExactly(kept.id(), after.id());
        assertThat(reader.told)
                .extracting(Event.EntityChanged::sequence)
                .containsExactly(new Sequence(1), new Sequence(2));
    }

    @Test
    default void whoever_is_told_of_a_revision_finds_it() {
        var world = world();
        var reader = new Reader(world.service);
        world.bus.subscribe(Pattern.ALL, reader);

        var entity = world.create(ANNA, "name", "Quay", "phone", "0");
        for (int i = 1; i < 20; i++) {
            world.update(BEN, entity.id(), i, "phone", "" + i);
        }

        await().until(() -> reader.told.size() == 20);
        for (int i = 0; i < 20; i++) {
            var then = reader.found.get(i).orElseThrow();
            assertThat(then.revision()).isEqualTo(new Revision(i + 1));
            assertThat(World.text(then, "phone")).isEqualTo("" + i);
        }
    }
}
