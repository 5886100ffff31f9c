package io.mergedesk.entities;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.CONTACTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.storage.memory.MemoryChangeLog;
import io.mergedesk.storage.memory.MemoryConflictStore;
import io.mergedesk.storage.memory.MemoryEntitySearch;
import io.mergedesk.storage.memory.MemoryEntityStore;
import io.mergedesk.storage.memory.MemoryIdempotencyStore;
import io.mergedesk.storage.memory.MemoryNoticeStore;
import io.mergedesk.storage.memory.MemoryTrail;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.storage.memory.MemoryTypeStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditCallTest {

    private final List<String> asked = new ArrayList<>();
    private final World world = world();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void many_edits_look_up_their_unique_values_and_their_references_once() {
        var parents =
                IntStream.range(0, 250).mapToObj(i -> world.create(ANNA, "name", "P" + i)).toList();
        asked.clear();

        var outcomes =
                world.service.saveAll(
                        IntStream.range(0, 250)
                                .<Edit>mapToObj(i ->
                                        new Edit.Create(
                                                CONTACTS,
                                                world.patch(
                                                        "name",
                                                        "N" + i,
                                                        "code",
                                                        "C" + i,
                                                        "parent",
                                                        parents.get(i).id().toString())))
                                .toList(),
                        Author.of(ANNA, Origin.IMPORT));

        assertThat(outcomes).hasOnlyElementsOfType(SaveOutcome.Applied.class);
        assertThat(asked).containsExactlyInAnyOrder("owners of 250", "all of 250");
    }

    @Test
    void edits_without_new_unique_values_and_references_look_nothing_up() {
        var entity = world.create(ANNA, "name", "One", "code", "C");
        asked.clear();

        world.service.save(
                new Edit.Update(
                        entity.id(), new Revision(1), world.patch("code", "C", "phone", "1")),
                Author.of(ANNA, Origin.IMPORT));

        assertThat(asked).isEmpty();
    }

    private World world() {
        var transactions = new MemoryTransactions();
        var entities = new MemoryEntityStore(transactions);
        var counted = new Counted(entities);
        return new World(
                new World.Stores(
                        transactions,
                        _ -> counted,
                        _ -> new MemoryChangeLog(transactions),
                        _ -> new MemoryEntitySearch(entities),
                        new MemoryTypeStore(transactions, entities),
                        new MemoryIdempotencyStore(transactions),
                        _ -> new MemoryConflictStore(transactions),
                        _ -> new MemoryNoticeStore(transactions),
                        new MemoryTrail(transactions)));
    }

    /// Writes down what is asked of the store from the thread of the test; the feed asks as well.
    private final class Counted implements EntityStore {
        private final EntityStore store;
        private final Thread tester = Thread.currentThread();

        private Counted(EntityStore store) {
            this.store = store;
        }

        private void note(String what) {
            if (Thread.currentThread() == tester) {
                asked.add(what);
            }
        }

        @Override
        public Optional<Entity> find(EntityId id) {
            note("one");
            return store.find(id);
        }

        @Override
        public Map<EntityId, Entity> findAll(Collection<EntityId> ids) {
            note("all of " + ids.size());
            return store.findAll(ids);
        }

        @Override
        public Map<EntityId, Entity> lock(Collection<EntityId> ids) {
            return store.lock(ids);
        }

        @Override
        public void bump(List<EntityWrite> writes) {
            store.bump(writes);
        }

        @Override
        public void mark(Map<EntityId, EntityStatus> statuses) {
            store.mark(statuses);
        }

        @Override
        public Map<UniqueKey, EntityId> ownersOf(Collection<UniqueKey> keys) {
            note("owners of " + keys.size());
            return store.ownersOf(keys);
        }
    }
}
