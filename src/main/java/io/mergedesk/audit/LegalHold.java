package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// What must not be erased, and why.
///
/// @param entity one entity; empty where a whole type is held
/// @param type a whole type; empty where one entity is held
/// @param lifted who lifted it, and when; empty as long as it holds
public record LegalHold(
        HoldId id,
        Optional<EntityId> entity,
        Optional<TypeName> type,
        String reason,
        UserId by,
        Instant at,
        Optional<Lifted> lifted) {

    public record Lifted(UserId by, Instant at) {}

    public LegalHold {
        if (entity.isPresent() == type.isPresent()) {
            throw new IllegalArgumentException("expected a hold on an entity or on a type");
        }
    }

    /// Whether it keeps the values of that entity now.
    public boolean holds(EntityId one, TypeName itsType) {
        return lifted.isEmpty()
                && (entity.equals(Optional.of(one)) || type.equals(Optional.of(itsType)));
    }
}
