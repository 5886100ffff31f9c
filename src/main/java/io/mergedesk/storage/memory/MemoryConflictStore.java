package io.mergedesk.storage.memory;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.ConflictStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;

/// Conflicts in memory.
public final class MemoryConflictStore implements ConflictStore {

    private final MemoryTable<ConflictId, Conflict> conflicts;

    public MemoryConflictStore(MemoryTransactions transactions) {
        conflicts =
                new MemoryTable<>(
                        transactions, Comparator.comparing(id -> new EntityId(id.value())));
    }

    @Override
    public Optional<Conflict> find(ConflictId id) {
        return conflicts.find(id);
    }

    @Override
    public Map<EntityId, List<Conflict>> openOf(Collection<EntityId> entities) {
        var open = new HashMap<EntityId, List<Conflict>>();
        for (var entity : entities) {
            var waiting = all(one -> one.entity().equals(entity) && one.isOpen()).toList();
            if (!waiting.isEmpty()) {
                open.put(entity, waiting);
            }
        }
        return open;
    }

    @Override
    public Optional<Conflict> settledBy(EntityId entity, Revision made) {
        return all(one ->
                        one.entity().equals(entity)
                                && one.settlement().map(Settlement::made).equals(Optional.of(made)))
                .reduce((_, last) -> last);
    }

    @Override
    public List<Conflict> ofBatch(BatchId batch) {
        return all(one -> one.settlement().flatMap(Settlement::batch).equals(Optional.of(batch)))
                .toList();
    }

    @Override
    public void add(List<Conflict> added) {
        added.forEach(conflict -> conflicts.put(conflict.id(), conflict));
    }

    @Override
    public void replace(List<Conflict> changed) {
        for (var conflict : changed) {
            if (find(conflict.id()).map(Conflict::version).orElse(0L) != conflict.version() - 1) {
                throw new OptimisticLockingFailureException(
                        "conflict " + conflict.id() + " was changed meanwhile");
            }
            conflicts.put(conflict.id(), conflict);
        }
    }

    /// All of them, by id.
    Stream<Conflict> all(Predicate<Conflict> wanted) {
        return conflicts.all().values().stream().filter(wanted);
    }
}
