package io.mergedesk.storage.jooq;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.jooq.schema.tables.records.TrailEntryRecord;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.util.Optional;

/// Entries of the trail to rows and back.
final class TrailRows {

    private TrailRows() {}

    static TrailEntry read(TrailEntryRecord row) {
        return new TrailEntry(
                new Sequence(row.getSequence()),
                TrailAction.parse(row.getAction()).orElseThrow(),
                Optional.ofNullable(row.getAuthor()).map(UserId::new),
                Utc.instant(row.getNotedAt()),
                Optional.ofNullable(row.getAddress()),
                Optional.ofNullable(row.getEntityId()).map(Binary::entityId),
                Optional.ofNullable(row.getTypeName()).map(TypeName::new),
                Optional.ofNullable(row.getConflictId()).map(Binary::conflictId),
                TrailDetails.parse(row.getDetails()));
    }

    /// A row that has everything but its place in the chain.
    static TrailEntryRecord write(TrailEntry entry, String detailsJson, byte[] salt) {
        var row = new TrailEntryRecord();
        row.setAction(entry.action().wireName());
        row.setAuthor(entry.by().map(UserId::value).orElse(null));
        row.setNotedAt(Utc.of(entry.at()));
        row.setAddress(entry.address().orElse(null));
        row.setEntityId(entry.entity().map(Binary::of).orElse(null));
        row.setTypeName(entry.type().map(TypeName::value).orElse(null));
        row.setConflictId(entry.conflict().map(Binary::of).orElse(null));
        row.setDetails(detailsJson);
        row.setSalt(salt);
        return row;
    }
}
