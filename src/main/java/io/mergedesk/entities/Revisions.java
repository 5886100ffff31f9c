package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Reads entities as they stood after certain changes, many at once. For the application itself: no
/// rights are asked for.
public final class Revisions {

    private final EntityStore store;
    private final ChangeLog log;
    private final History history;

    /// @param entity as it stood after the change, its team as it is now
    public record Read(Entity entity, Change change) {}

    Revisions(EntityStore store, ChangeLog log, History history) {
        this.store = store;
        this.log = log;
        this.history = history;
    }

    /// Those that are there.
    public Map<ChangeLog.Revised, Read> read(Collection<ChangeLog.Revised> revisions) {
        var current =
                store.findAll(
                        revisions.stream().map(ChangeLog.Revised::entity).distinct().toList());
        var found = new HashMap<ChangeLog.Revised, Read>();
        for (var change : log.of(revisions)) {
            var entity = Objects.requireNonNull(current.get(change.entity()));
            history.at(entity, change.revision())
                    .ifPresent(then ->
                            found.put(
                                    new ChangeLog.Revised(change.entity(), change.revision()),
                                    new Read(then, change)));
        }
        return found;
    }

    /// Those entities that are there, as they are now.
    public Map<EntityId, Entity> now(Collection<EntityId> entities) {
        return store.findAll(entities);
    }
}
