package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks entities of which some other system is still to be told as pending, unless a conflict
/// waits in them. Nothing of it is stored with the entity: the queue knows.
final class PendingMarks {

    private final Outbox outbox;

    PendingMarks(Outbox outbox) {
        this.outbox = outbox;
    }

    Entity mark(Entity entity) {
        return mark(List.of(entity)).getFirst();
    }

    List<Entity> mark(List<Entity> entities) {
        var pending = outbox.pending(entities.stream().map(Entity::id).toList());
        return pending.isEmpty()
                ? entities
                : entities.stream()
                        .map(entity ->
                                pending.contains(entity.id())
                                                && entity.status() == EntityStatus.SYNCED
                                        ? entity.standing(EntityStatus.PENDING)
                                        : entity)
                        .toList();
    }

    Map<EntityId, Entity> mark(Collection<Entity> entities) {
        var marked = new HashMap<EntityId, Entity>();
        mark(List.copyOf(entities)).forEach(entity -> marked.put(entity.id(), entity));
        return marked;
    }

    SaveOutcome mark(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> outcome.of(mark(entity));
            case SaveOutcome.Merged(var entity, _) -> outcome.of(mark(entity));
            default -> outcome;
        };
    }
}
