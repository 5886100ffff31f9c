package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.EntityId;
import io.mergedesk.storage.jooq.schema.tables.records.TrailEntryRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The trail as the audit trail reads it.
final class AuditEntries implements AuditSource {

    private final DSLContext sql;

    AuditEntries(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public byte number() {
        return 1;
    }

    @Override
    public long head() {
        return sql.select(TRAIL_HEAD.SEQUENCE).from(TRAIL_HEAD).fetchSingle().value1();
    }

    @Override
    public List<AuditItem> between(long notBelow, long below, int limit) {
        return sql.selectFrom(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.SEQUENCE.ge(notBelow))
                .and(TRAIL_ENTRY.SEQUENCE.lt(below))
                .orderBy(TRAIL_ENTRY.SEQUENCE.desc())
                .limit(limit)
                .fetch(AuditEntries::item);
    }

    @Override
    public List<AuditItem> at(Collection<Long> places) {
        return sql.selectFrom(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.SEQUENCE.in(places))
                .orderBy(TRAIL_ENTRY.SEQUENCE.desc())
                .fetch(AuditEntries::item);
    }

    @Override
    public Optional<List<AuditItem>> ofEntity(EntityId entity, long below, int limit) {
        return Optional.empty();
    }

    private static AuditItem item(TrailEntryRecord row) {
        return new AuditItem.Noted(TrailRows.read(row));
    }
}
