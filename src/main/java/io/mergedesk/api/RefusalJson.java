package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.sync.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that another system sent and was not taken, as programs see it.
///
/// @param body as it came
/// @param heldBy the record that has a value which no two may have
record RefusalJson(
        UUID id,
        int targetId,
        String author,
        String state,
        String problem,
        @Nullable UUID entityId,
        @Nullable Long baseRevision,
        @Nullable UUID heldBy,
        Instant receivedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String reason,
        String body) {

    static RefusalJson of(Refusal refusal) {
        var end = refusal.end();
        return new RefusalJson(
                refusal.id().value(),
                refusal.target().number(),
                refusal.author().value(),
                end.map(one -> one.how().wireName()).orElse("open"),
                refusal.problem(),
                refusal.about().map(one -> one.entity().value()).orElse(null),
                refusal.about().map(one -> one.revision().number()).orElse(null),
                id(refusal.holder()),
                refusal.receivedAt(),
                end.map(one -> one.by().value()).orElse(null),
                end.map(Refusal.End::at).orElse(null),
                end.map(Refusal.End::reason).orElse(null),
                refusal.body());
    }

    private static @Nullable UUID id(Optional<EntityId> entity) {
        return entity.map(EntityId::value).orElse(null);
    }
}
