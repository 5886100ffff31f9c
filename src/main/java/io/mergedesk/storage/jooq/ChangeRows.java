package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventName;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import java.util.Optional;

/// Changes to rows and back.
final class ChangeRows {

    private final Types types;

    ChangeRows(Types types) {
        this.types = types;
    }

    Change read(ChangeLogRecord row) {
        return new Change(
                new Sequence(row.getSequence()),
                EventName.parse("entity:" + row.getEvent()).orElseThrow(),
                Binary.entityId(row.getEntityId()),
                types.byId(row.getTypeId()).name(),
                new Revision(row.getBaseRevision()),
                new Revision(row.getRevision()),
                new UserId(row.getAuthor()),
                new HybridTime(row.getHybridTime()),
                Origin.parse(row.getOrigin()),
                VersionVector.parse(row.getVersionVector()),
                FieldJson.readChanges(row.getFieldChanges(), types.kinds(row.getTypeId())),
                Optional.ofNullable(row.getBatchId()).map(Binary::batchId));
    }

    /// A row that has everything but its place in the chain.
    ChangeLogRecord write(Change change, String fieldsJson, byte[] salt) {
        var row = new ChangeLogRecord();
        row.setEntityId(Binary.of(change.entity()));
        row.setTypeId(types.get(change.type()).id());
        row.setEvent(change.event().verb());
        row.setBaseRevision(change.base().number());
        row.setRevision(change.revision().number());
        row.setAuthor(change.by().value());
        row.setChangedAt(Utc.of(change.at()));
        row.setHybridTime(change.time().packed());
        row.setOrigin(change.origin().wireName());
        row.setVersionVector(change.vector().toJson());
        row.setFieldChanges(fieldsJson);
        row.setSalt(salt);
        row.setBatchId(change.batch().map(Binary::of).orElse(null));
        return row;
    }
}
