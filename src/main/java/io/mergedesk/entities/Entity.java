package io.mergedesk.entities;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// One shared record at one revision.
public record Entity(
        EntityId id,
        TypeName type,
        Version version,
        FieldValues values,
        EntityStatus status,
        boolean deleted,
        Instant createdAt,
        UserId createdBy,
        UserId updatedBy) {

    public Revision revision() {
        return version.revision();
    }

    public Instant updatedAt() {
        return version.time().instant();
    }

    /// The team that alone may see it; empty when everybody may.
    public Optional<TeamId> team() {
        return values.find(FieldName.TEAM).map(FieldText::write).map(TeamId::new);
    }

    Entity standing(EntityStatus newStatus) {
        return new Entity(
                id, type, version, values, newStatus, deleted, createdAt, createdBy, updatedBy);
    }
}
