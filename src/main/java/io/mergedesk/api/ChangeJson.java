package io.mergedesk.api;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.BatchId;
import io.mergedesk.entities.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One committed change as programs see it; the team an entity belongs to is the field `$team`.
record ChangeJson(
        long sequence,
        String event,
        UUID entityId,
        String type,
        long baseRevision,
        long revision,
        String by,
        Instant at,
        String origin,
        Map<String, Long> versionVector,
        List<Field> fields,
        @Nullable UUID batchId) {

    /// What one field was, and what it became; null is "no value".
    record Field(String field, @Nullable Object from, @Nullable Object to) {

        static Field of(FieldChange change) {
            return new Field(
                    change.field().value(),
                    JsonValue.orNull(change.from()),
                    JsonValue.orNull(change.to()));
        }
    }

    static ChangeJson of(Change change) {
        return new ChangeJson(
                change.sequence().number(),
                change.event().wireName(),
                change.entity().value(),
                change.type().value(),
                change.base().number(),
                change.revision().number(),
                change.by().value(),
                change.at(),
                change.origin().wireName(),
                VectorJson.of(change.vector()),
                change.fields().stream().map(Field::of).toList(),
                change.batch().map(BatchId::value).orElse(null));
    }
}
