package io.mergedesk.ui.fields;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What referenced records are called, read for many rows at once.
public final class Titles {

    private static final int KEPT = 1_000;
    private static final String UNKNOWN = "not shared with you";

    private final Viewer viewer;
    private final Map<EntityId, String> known =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<EntityId, String> eldest) {
                    return size() > KEPT;
                }
            };

    public Titles(Viewer viewer) {
        this.viewer = viewer;
    }

    /// "not shared with you" where this person may not see it.
    public String of(EntityId id) {
        if (!known.containsKey(id)) {
            read(List.of(id));
        }
        return known.getOrDefault(id, UNKNOWN);
    }

    /// It was read anyway.
    public void keep(EntityId id, String title) {
        known.put(id, title);
    }

    /// Reads what these rows refer to, in one go.
    public void prepare(Collection<Entity> rows) {
        read(
                rows.stream()
                        .flatMap(row -> row.values().byName().values().stream())
                        .filter(FieldValue.Reference.class::isInstance)
                        .map(value -> ((FieldValue.Reference) value).entity())
                        .filter(id -> !known.containsKey(id))
                        .distinct()
                        .toList());
    }

    private void read(List<EntityId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var services = viewer.services();
        var found = services.entities().findAll(ids, viewer.actor());
        for (var id : ids) {
            var entity = found.get(id);
            known.put(
                    id,
                    entity == null
                            ? UNKNOWN
                            : services.types()
                                    .find(entity.type())
                                    .map(type -> type.titleOf(entity))
                                    .orElse(UNKNOWN));
        }
    }
}
