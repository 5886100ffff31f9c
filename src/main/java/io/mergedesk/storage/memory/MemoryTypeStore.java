package io.mergedesk.storage.memory;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeStore;
import io.mergedesk.entities.UniqueKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// Entity types in memory.
public final class MemoryTypeStore implements TypeStore {

    private final MemoryTable<TypeName, EntityType> types;
    private final MemoryEntityStore entities;
    private int lastIndex;

    public MemoryTypeStore(MemoryTransactions transactions, MemoryEntityStore entities) {
        this.types = new MemoryTable<>(transactions, Comparator.<TypeName>naturalOrder());
        this.entities = entities;
    }

    @Override
    public List<EntityType> all() {
        return types.all().values().stream()
                .sorted(Comparator.comparingInt(EntityType::id))
                .toList();
    }

    @Override
    public EntityType add(TypeDefinition definition, EntityType.Saved saved) {
        if (types.find(definition.name()).isPresent()) {
            throw new DuplicateKeyException("the key is taken");
        }
        var type =
                EntityType.of(
                                types.all().size() + 1,
                                1,
                                ++lastIndex,
                                indexes(definition, Map.of()),
                                definition)
                        .with(Optional.of(saved));
        types.put(type.name(), type);
        return type;
    }

    @Override
    public EntityType replace(
            EntityType current, TypeDefinition definition, EntityType.Saved saved) {
        if (!types.find(current.name())
                .map(EntityType::version)
                .equals(Optional.of(current.version()))) {
            throw new OptimisticLockingFailureException(
                    "type " + current.name() + " was changed by somebody else");
        }
        var type =
                EntityType.of(
                                current.id(),
                                current.version() + 1,
                                current.wordsIndex(),
                                indexes(definition, current.indexes()),
                                definition)
                        .with(Optional.of(saved));
        checkUnique(type);
        types.put(type.name(), type);
        return type;
    }

    private void checkUnique(EntityType type) {
        Set<UniqueKey> seen = new HashSet<>();
        for (Entity entity : entities.all()) {
            if (entity.type().equals(type.name())) {
                for (var key : IndexKeys.unique(type, entity)) {
                    if (!seen.add(key)) {
                        throw new DuplicateKeyException("the key is taken");
                    }
                }
            }
        }
    }

    private Map<FieldName, Integer> indexes(
            TypeDefinition definition, Map<FieldName, Integer> known) {
        var indexes = new HashMap<>(known);
        definition
                .fields()
                .forEach(field -> indexes.computeIfAbsent(field.name(), _ -> ++lastIndex));
        return indexes;
    }
}
