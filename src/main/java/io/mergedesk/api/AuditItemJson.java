package io.mergedesk.api;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Change;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing that happened, as programs see it: an edit of the log `changes`, or an entry of the
/// log `trail`. What the one has and the other has not is null or empty.
record AuditItemJson(
        String log,
        long sequence,
        Instant at,
        @Nullable String by,
        String action,
        @Nullable UUID entityId,
        @Nullable String type,
        @Nullable Long baseRevision,
        @Nullable Long revision,
        @Nullable String origin,
        List<ChangeJson.Field> fields,
        @Nullable UUID batchId,
        @Nullable UUID conflictId,
        @Nullable String address,
        Map<String, String> details) {

    static AuditItemJson of(AuditItem item) {
        return switch (item) {
            case AuditItem.Edited(var change) -> of(item, change);
            case AuditItem.Noted(var entry) -> of(item, entry);
        };
    }

    private static AuditItemJson of(AuditItem item, Change change) {
        return new AuditItemJson(
                "changes",
                change.sequence().number(),
                change.at(),
                change.by().value(),
                item.action().wireName(),
                change.entity().value(),
                change.type().value(),
                change.base().number(),
                change.revision().number(),
                change.origin().wireName(),
                change.fields().stream().map(ChangeJson.Field::of).toList(),
                change.batch().map(BatchId::value).orElse(null),
                null,
                null,
                Map.of());
    }

    private static AuditItemJson of(AuditItem item, TrailEntry entry) {
        return new AuditItemJson(
                "trail",
                entry.sequence().number(),
                entry.at(),
                entry.by().map(UserId::value).orElse(null),
                item.action().wireName(),
                entry.entity().map(EntityId::value).orElse(null),
                entry.type().map(TypeName::value).orElse(null),
                null,
                null,
                null,
                List.of(),
                null,
                entry.conflict().map(ConflictId::value).orElse(null),
                entry.address().orElse(null),
                entry.details().byName());
    }
}
