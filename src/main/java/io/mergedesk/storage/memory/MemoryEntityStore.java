package io.mergedesk.storage.memory;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.EntityWrite;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.UniqueKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// Entities in memory.
public final class MemoryEntityStore implements EntityStore {

    private final MemoryTransactions transactions;
    private final MemoryTable<EntityId, Entity> entities;
    private final MemoryTable<UniqueKey, EntityId> owners;

    public MemoryEntityStore(MemoryTransactions transactions) {
        this.transactions = transactions;
        this.entities = new MemoryTable<>(transactions, Comparator.<EntityId>naturalOrder());
        this.owners =
                new MemoryTable<>(
                        transactions,
                        Comparator.comparingInt(UniqueKey::index).thenComparing(UniqueKey::hash));
    }

    @Override
    public Optional<Entity> find(EntityId id) {
        return entities.find(id);
    }

    @Override
    public Map<EntityId, Entity> findAll(Collection<EntityId> ids) {
        var found = new TreeMap<EntityId, Entity>();
        ids.forEach(id -> entities.find(id).ifPresent(entity -> found.put(id, entity)));
        return found;
    }

    @Override
    public Map<EntityId, Entity> lock(Collection<EntityId> ids) {
        transactions.require();
        return findAll(ids);
    }

    @Override
    public void bump(List<EntityWrite> writes) {
        for (var write : writes) {
            var after = write.after();
            var expected = write.before().map(Entity::revision).orElse(Revision.NONE);
            var stored = find(after.id()).map(Entity::revision).orElse(Revision.NONE);
            if (!stored.equals(expected)) {
                throw new OptimisticLockingFailureException(
                        "entity " + after.id() + " is no longer at " + expected);
            }
            write.before()
                    .map(before -> IndexKeys.unique(write.type(), before))
                    .ifPresent(keys -> keys.forEach(owners::remove));
            for (var key : IndexKeys.unique(write.type(), after)) {
                if (owners.find(key).isPresent()) {
                    throw new DuplicateKeyException("the key is taken");
                }
                owners.put(key, after.id());
            }
            entities.put(after.id(), after);
        }
    }

    @Override
    public void mark(Map<EntityId, EntityStatus> statuses) {
        statuses.forEach((id, status) -> {
            var entity = find(id).orElseThrow();
            entities.put(
                    id,
                    new Entity(
                            id,
                            entity.type(),
                            entity.version(),
                            entity.values(),
                            status,
                            entity.deleted(),
                            entity.createdAt(),
                            entity.createdBy(),
                            entity.updatedBy()));
        });
    }

    @Override
    public Map<UniqueKey, EntityId> ownersOf(Collection<UniqueKey> keys) {
        var found = new java.util.HashMap<UniqueKey, EntityId>();
        keys.forEach(key -> owners.find(key).ifPresent(owner -> found.put(key, owner)));
        return found;
    }

    /// All entities, deleted ones too, by id.
    Collection<Entity> all() {
        return entities.all().values();
    }
}
