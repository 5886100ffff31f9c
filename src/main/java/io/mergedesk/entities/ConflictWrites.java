package io.mergedesk.entities;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.events.Event;
import io.mergedesk.events.Event.ConflictChanged.What;
import io.mergedesk.trail.TrailEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What one transaction does to conflicts, gathered before any of it is written: which are new,
/// which end or wait again, who is told.
final class ConflictWrites {

    private final ConflictStore store;
    private final Map<EntityId, List<Conflict>> open = new HashMap<>();
    private final Map<ConflictId, Conflict> added = new LinkedHashMap<>();
    private final Map<ConflictId, Conflict> replaced = new LinkedHashMap<>();
    private final Set<ConflictId> over = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Outbox.Contested> contested = new ArrayList<>();
    private final List<TrailEntry> entries = new ArrayList<>();

    ConflictWrites(ConflictStore store) {
        this.store = store;
    }

    /// What waits in the entity, the oldest first, with what this transaction did so far.
    List<Conflict> openOf(Entity entity) {
        if (entity.status() != EntityStatus.CONFLICT) {
            return List.of();
        }
        return open.computeIfAbsent(
                entity.id(),
                id -> new ArrayList<>(store.openOf(Set.of(id)).getOrDefault(id, List.of())));
    }

    void add(Conflict conflict, Entity entity, List<Notice> told) {
        if (conflict.isOpen()) {
            openOf(entity.standing(EntityStatus.CONFLICT)).add(conflict);
            entries.add(ConflictEntries.parked(conflict));
        } else {
            entries.add(ConflictEntries.merged(conflict));
        }
        added.put(conflict.id(), conflict);
        tell(
                conflict.isOpen() ? What.PARKED : What.MERGED,
                conflict,
                entity,
                conflict.edit().by(),
                told);
    }

    /// What nobody has to decide any more is told to nobody any more.
    ///
    /// @param overriding whether it had been settled before
    void settle(Conflict settled, Entity entity, UserId by, List<Notice> told, boolean overriding) {
        openOf(entity.standing(EntityStatus.CONFLICT))
                .removeIf(one -> one.id().equals(settled.id()));
        over.add(settled.id());
        replace(settled);
        entries.add(
                overriding
                        ? ConflictEntries.overridden(settled)
                        : ConflictEntries.resolved(settled));
        tell(What.SETTLED, settled, entity, by, told);
    }

    void reopen(Conflict opened, Entity entity, UserId by, List<Notice> told) {
        openOf(entity.standing(EntityStatus.CONFLICT)).add(opened);
        replace(opened);
        entries.add(ConflictEntries.reopened(opened, by, told.getFirst().at()));
        tell(What.REOPENED, opened, entity, by, told);
    }

    private void replace(Conflict conflict) {
        var known = added.containsKey(conflict.id()) ? added : replaced;
        known.put(conflict.id(), conflict);
    }

    private void tell(What what, Conflict conflict, Entity entity, UserId by, List<Notice> told) {
        notices.addAll(told);
        var event =
                new Event.ConflictChanged(
                        told.isEmpty() ? entity.updatedAt() : told.getFirst().at(),
                        what,
                        conflict.id(),
                        conflict.entity(),
                        conflict.type(),
                        conflict.edit().by(),
                        by,
                        told.stream()
                                .flatMap(notice -> notice.to().stream())
                                .collect(Collectors.toSet()),
                        entity.team());
        contested.add(new Outbox.Contested(event, entity.revision()));
    }

    /// Writes all of it; publishing the events is left to the caller, after the commit.
    void flush(ConflictStore kept, NoticeStore told) {
        if (!added.isEmpty()) {
            kept.add(List.copyOf(added.values()));
        }
        if (!replaced.isEmpty()) {
            kept.replace(List.copyOf(replaced.values()));
        }
        if (!over.isEmpty()) {
            told.forget(over);
        }
        if (!notices.isEmpty()) {
            told.add(notices);
        }
    }

    /// What to tell of it, and to publish once all of it is committed.
    List<Outbox.Contested> contested() {
        return List.copyOf(contested);
    }

    /// What the trail says of it.
    List<TrailEntry> entries() {
        return List.copyOf(entries);
    }
}
