package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TeamId;
import io.mergedesk.entities.Entity;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entity as programs see it.
record EntityJson(
        UUID id,
        String type,
        long revision,
        Map<String, Object> fields,
        @Nullable String team,
        String status,
        boolean deleted,
        Map<String, Long> versionVector,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy) {

    static EntityJson of(Entity entity) {
        var fields = new TreeMap<String, Object>();
        entity.values()
                .byName()
                .forEach((name, value) -> {
                    if (!name.equals(FieldName.TEAM)) {
                        fields.put(name.value(), JsonValue.of(value));
                    }
                });
        return new EntityJson(
                entity.id().value(),
                entity.type().value(),
                entity.revision().number(),
                fields,
                entity.team().map(TeamId::value).orElse(null),
                entity.status().wireName(),
                entity.deleted(),
                VectorJson.of(entity.version().vector()),
                entity.createdAt(),
                entity.createdBy().value(),
                entity.updatedAt(),
                entity.updatedBy().value());
    }
}
