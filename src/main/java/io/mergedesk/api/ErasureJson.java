package io.mergedesk.api;

import io.mergedesk.audit.Erasure;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An erasing as programs see it.
///
/// @param fields which fields; empty stands for all
/// @param rows how many rows of the history were rewritten
/// @param stillCurrent fields that still have a current value, which is not erased
record ErasureJson(
        UUID id,
        @Nullable UUID entityId,
        List<String> fields,
        String reason,
        String by,
        Instant at,
        long rows,
        List<String> stillCurrent) {

    static ErasureJson of(Erasure erasure, SortedSet<FieldName> current) {
        return new ErasureJson(
                erasure.id().value(),
                erasure.entity().map(EntityId::value).orElse(null),
                erasure.fields().stream().map(FieldName::value).toList(),
                erasure.reason(),
                erasure.by().value(),
                erasure.startedAt(),
                erasure.rows(),
                current.stream().map(FieldName::value).toList());
    }
}
