package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/// The feed as the audit trail reads it.
final class AuditChanges implements AuditSource {

    private final DSLContext sql;
    private final ChangeRows rows;

    AuditChanges(DSLContext sql, Types types) {
        this.sql = sql;
        this.rows = new ChangeRows(types);
    }

    @Override
    public byte number() {
        return 0;
    }

    @Override
    public long head() {
        return sql.select(FEED_HEAD.SEQUENCE).from(FEED_HEAD).fetchSingle().value1();
    }

    @Override
    public List<AuditItem> between(long notBelow, long below, int limit) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.ge(notBelow))
                .and(CHANGE_LOG.SEQUENCE.lt(below))
                .orderBy(CHANGE_LOG.SEQUENCE.desc())
                .limit(limit)
                .fetch(this::item);
    }

    @Override
    public List<AuditItem> at(Collection<Long> places) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.in(places))
                .orderBy(CHANGE_LOG.SEQUENCE.desc())
                .fetch(this::item);
    }

    /// By the index of revisions: they rise with the places.
    @Override
    public Optional<List<AuditItem>> ofEntity(EntityId entity, long below, int limit) {
        var id = Binary.of(entity);
        var bound =
                sql.select(CHANGE_LOG.REVISION)
                        .from(CHANGE_LOG)
                        .where(CHANGE_LOG.SEQUENCE.eq(below))
                        .and(CHANGE_LOG.ENTITY_ID.eq(id))
                        .fetchOptional(CHANGE_LOG.REVISION);
        return Optional.of(
                sql.selectFrom(CHANGE_LOG)
                        .where(CHANGE_LOG.ENTITY_ID.eq(id))
                        .and(
                                bound.map(CHANGE_LOG.REVISION::lt)
                                        .orElseGet(() -> CHANGE_LOG.SEQUENCE.lt(below)))
                        .orderBy(CHANGE_LOG.REVISION.desc())
                        .limit(limit)
                        .fetch(this::item));
    }

    private AuditItem item(ChangeLogRecord row) {
        return new AuditItem.Edited(rows.read(row));
    }
}
