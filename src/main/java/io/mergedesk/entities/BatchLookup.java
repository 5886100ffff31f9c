package io.mergedesk.entities;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Finds the entities that many rows mean by the value of one field, in as few queries as can be.
public final class BatchLookup {

    private static final int ENOUGH = 20;

    private final EntityStore store;
    private final EntitySearch search;

    BatchLookup(EntityStore store, EntitySearch search) {
        this.store = store;
        this.search = search;
    }

    /// Those that hold each of these values, letter case aside, and may be seen by the actor;
    /// several only where the field is not unique. Values nobody holds are left out.
    public Map<FieldValue, List<Entity>> holding(
            EntityType type, FieldName field, Collection<FieldValue> values, Actor actor) {
        boolean unique = type.field(field).map(FieldDefinition::unique).orElse(false);
        return unique ? owners(type, field, values, actor) : searched(type, field, values, actor);
    }

    private Map<FieldValue, List<Entity>> owners(
            EntityType type, FieldName field, Collection<FieldValue> values, Actor actor) {
        var keys = new HashMap<FieldValue, UniqueKey>();
        values.forEach(value -> keys.put(value, UniqueKey.of(type.indexOf(field), value)));
        if (keys.isEmpty()) {
            return Map.of();
        }
        var owners = store.ownersOf(new HashSet<>(keys.values()));
        Map<EntityId, Entity> entities = store.findAll(new HashSet<>(owners.values()));
        var found = new HashMap<FieldValue, List<Entity>>();
        keys.forEach((value, key) -> {
            var owner = owners.get(key);
            var entity = owner == null ? null : entities.get(owner);
            if (entity != null && !entity.deleted() && actor.maySee(entity.team())) {
                found.put(value, List.of(entity));
            }
        });
        return found;
    }

    private Map<FieldValue, List<Entity>> searched(
            EntityType type, FieldName field, Collection<FieldValue> values, Actor actor) {
        var found = new HashMap<FieldValue, List<Entity>>();
        for (var value : new HashSet<>(values)) {
            var query =
                    EntityQuery.of(type.name(), ENOUGH)
                            .where(List.of(new Filter(field, Filter.Operator.EQ, value)));
            var same =
                    search.page(type, query, actor).items().stream()
                            .filter(entity ->
                                    entity.values()
                                            .find(field)
                                            .filter(held -> isSame(held, value))
                                            .isPresent())
                            .toList();
            if (!same.isEmpty()) {
                found.put(value, same);
            }
        }
        return found;
    }

    private static boolean isSame(FieldValue one, FieldValue other) {
        return FieldText.write(one).equalsIgnoreCase(FieldText.write(other));
    }
}
