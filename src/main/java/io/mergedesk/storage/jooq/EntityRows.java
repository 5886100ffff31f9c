package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.EntityWrite;
import io.mergedesk.entities.Types;
import io.mergedesk.entities.Version;
import io.mergedesk.storage.jooq.schema.tables.records.EntityRecord;

/// Entities to rows and back.
final class EntityRows {

    private final Types types;

    EntityRows(Types types) {
        this.types = types;
    }

    Entity read(EntityRecord row) {
        return read(row, types.byId(row.getTypeId()).name(), types.kinds(row.getTypeId()));
    }

    /// @param kinds how to read each of the stored values
    static Entity read(EntityRecord row, TypeName type, FieldKinds kinds) {
        return new Entity(
                Binary.entityId(row.getId()),
                type,
                new Version(
                        new Revision(row.getRevision()),
                        VersionVector.parse(row.getVersionVector()),
                        new HybridTime(row.getHybridTime())),
                FieldJson.read(row.getFieldValues(), kinds),
                EntityStatus.parse(row.getStatus()),
                row.getDeleted(),
                Utc.instant(row.getCreatedAt()),
                new UserId(row.getCreatedBy()),
                new UserId(row.getUpdatedBy()));
    }

    static EntityRecord write(EntityWrite write) {
        var entity = write.after();
        var row = new EntityRecord();
        row.set(ENTITY.ID, Binary.of(entity.id()));
        row.set(ENTITY.TYPE_ID, write.type().id());
        row.set(ENTITY.REVISION, entity.revision().number());
        row.set(ENTITY.VERSION_VECTOR, entity.version().vector().toJson());
        row.set(ENTITY.FIELD_VALUES, FieldJson.write(entity.values()));
        row.set(ENTITY.STATUS, entity.status().wireName());
        row.set(ENTITY.DELETED, entity.deleted());
        row.set(ENTITY.TEAM, entity.team().map(TeamId::value).orElse(null));
        row.set(ENTITY.CREATED_AT, Utc.of(entity.createdAt()));
        row.set(ENTITY.CREATED_BY, entity.createdBy().value());
        row.set(ENTITY.UPDATED_AT, Utc.of(entity.updatedAt()));
        row.set(ENTITY.UPDATED_BY, entity.updatedBy().value());
        row.set(ENTITY.HYBRID_TIME, entity.version().time().packed());
        return row;
    }
}
