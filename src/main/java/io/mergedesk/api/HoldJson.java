package io.mergedesk.api;

import io.mergedesk.audit.LegalHold;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A legal hold as programs see it.
record HoldJson(
        UUID id,
        @Nullable UUID entityId,
        @Nullable String type,
        String reason,
        String by,
        Instant at,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {

    static HoldJson of(LegalHold hold) {
        return new HoldJson(
                hold.id().value(),
                hold.entity().map(EntityId::value).orElse(null),
                hold.type().map(TypeName::value).orElse(null),
                hold.reason(),
                hold.by().value(),
                hold.at(),
                hold.lifted().map(one -> one.by().value()).orElse(null),
                hold.lifted().map(LegalHold.Lifted::at).orElse(null));
    }
}
