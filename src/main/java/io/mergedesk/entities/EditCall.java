package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.conflicts.Conflict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the edits of one call are decided against: the entities as the edits before them left them,
/// those they refer to, and who holds the unique values they ask for.
///
/// All is looked up at once, since asking anew for each edit was most of what a long import did.
final class EditCall {

    private final EntityStore store;
    private final ConflictWrites conflicts;
    private final Map<EntityId, Entity> current;
    private final Map<EntityId, List<Change>> changes = new HashMap<>();
    private final Map<EntityId, Optional<Entity>> referred = new HashMap<>();
    private final Map<UniqueKey, Optional<EntityId>> owners = new HashMap<>();

    /// @param locked the entities that the edits are about
    EditCall(
            EntityStore store,
            Types types,
            List<Edit> edits,
            Map<EntityId, Entity> locked,
            ConflictWrites conflicts) {
        this.store = store;
        this.conflicts = conflicts;
        this.current = new HashMap<>(locked);
        var references = new HashSet<EntityId>();
        var keys = new HashSet<UniqueKey>();
        for (var edit : edits) {
            switch (edit) {
                case Edit.Create(var type, var values) ->
                        types.find(type).ifPresent(one -> keys.addAll(keysOf(one, values)));
                case Edit.Update(var id, _, var patch) ->
                        entity(id).ifPresent(one -> keys.addAll(newKeysOf(types, one, patch)));
                case Edit.Restore(var id) ->
                        entity(id)
                                .ifPresent(one ->
                                        keys.addAll(
                                                IndexKeys.ofUnique(
                                                        types.get(one.type()), one.values())));
                case Edit.Delete _ -> {}
            }
            references.addAll(referencesOf(edit));
        }
        references.removeAll(current.keySet());
        lookUpEntities(references);
        lookUpOwners(keys);
    }

    /// The entity as the edits before left it; empty when none of the edits is about it.
    Optional<Entity> entity(EntityId id) {
        return Optional.ofNullable(current.get(id));
    }

    /// What the edits before did to the entity, oldest first; no feed has it yet.
    List<Change> changesOf(EntityId id) {
        return changes.getOrDefault(id, List.of());
    }

    /// What waits in the entity, the oldest first, with what the edits before left waiting.
    List<Conflict> openConflicts(EntityId id) {
        return entity(id).map(conflicts::openOf).orElse(List.of());
    }

    /// The entity that a reference means.
    Optional<Entity> referred(EntityId id) {
        if (!current.containsKey(id) && !referred.containsKey(id)) {
            lookUpEntities(Set.of(id));
        }
        return entity(id).or(() -> referred.getOrDefault(id, Optional.empty()));
    }

    /// Those of the keys that another entity holds, and which one.
    Map<UniqueKey, EntityId> heldByOthers(Set<UniqueKey> keys, EntityId entity) {
        var unknown = new HashSet<>(keys);
        unknown.removeAll(owners.keySet());
        lookUpOwners(unknown);
        var held = new HashMap<UniqueKey, EntityId>();
        for (var key : keys) {
            owners.getOrDefault(key, Optional.empty())
                    .filter(owner -> !owner.equals(entity))
                    .ifPresent(owner -> held.put(key, owner));
        }
        return held;
    }

    /// What the edits to come shall see.
    void add(EntityWrite write) {
        var after = write.after();
        current.put(after.id(), after);
        changes.computeIfAbsent(after.id(), _ -> new ArrayList<>()).add(write.change());
        write.before()
                .ifPresent(before ->
                        IndexKeys.unique(write.type(), before)
                                .forEach(key -> owners.put(key, Optional.empty())));
        IndexKeys.unique(write.type(), after)
                .forEach(key -> owners.put(key, Optional.of(after.id())));
    }

    /// An edit of the entity waits from now on.
    void park(EntityId id) {
        current.computeIfPresent(id, (_, entity) -> entity.standing(EntityStatus.CONFLICT));
    }

    private void lookUpEntities(Collection<EntityId> ids) {
        if (!ids.isEmpty()) {
            var found = store.findAll(ids);
            ids.forEach(id -> referred.put(id, Optional.ofNullable(found.get(id))));
        }
    }

    private void lookUpOwners(Collection<UniqueKey> keys) {
        if (!keys.isEmpty()) {
            var found = store.ownersOf(keys);
            keys.forEach(key -> owners.put(key, Optional.ofNullable(found.get(key))));
        }
    }

    private static Set<UniqueKey> keysOf(EntityType type, Patch patch) {
        return IndexKeys.ofUnique(type, patch.applyTo(FieldValues.NONE));
    }

    private static Set<UniqueKey> newKeysOf(Types types, Entity entity, Patch patch) {
        var type = types.get(entity.type());
        var keys = new HashSet<>(keysOf(type, patch));
        keys.removeAll(IndexKeys.unique(type, entity));
        return keys;
    }

    private static Set<EntityId> referencesOf(Edit edit) {
        var patch =
                switch (edit) {
                    case Edit.Create(_, var values) -> values;
                    case Edit.Update(_, _, var values) -> values;
                    case Edit.Delete _, Edit.Restore _ -> Patch.NONE;
                };
        var ids = new HashSet<EntityId>();
        for (var value : patch.byName().values()) {
            if (value.orElse(null) instanceof FieldValue.Reference(var id)) {
                ids.add(id);
            }
        }
        return ids;
    }
}
