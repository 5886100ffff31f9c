package io.mergedesk.storage.jooq;

import io.mergedesk.audit.AuditLog;
import io.mergedesk.audit.AuditLogName;
import io.mergedesk.audit.AuditProgress;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditStretch;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Types;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Finds what happened in MariaDB, by an index of blocks that lies beside both logs.
@Repository
class JooqAuditLog implements AuditLog {

    private final DSLContext sql;
    private final AuditSource changes;
    private final AuditSource entries;
    private final AuditIndexWriter writer;

    JooqAuditLog(DSLContext sql, Types types) {
        this.sql = sql;
        this.changes = new AuditChanges(sql, types);
        this.entries = new AuditEntries(sql);
        this.writer = new AuditIndexWriter(sql);
    }

    @Override
    public AuditStretch before(AuditLogName log, AuditQuery query, Sequence place, int limit) {
        var source = source(log);
        return new AuditWalk(sql, source, query, limit).below(place, writer.blocks(source));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean indexNext(AuditLogName log) {
        return writer.writeNext(source(log));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clearIndex(AuditLogName log) {
        writer.clear(source(log));
    }

    @Override
    public AuditProgress progress(AuditLogName log) {
        var source = source(log);
        long indexed = Math.max(AuditPlaces.startOf(writer.blocks(source)) - 1, 0);
        return new AuditProgress(new Sequence(indexed), new Sequence(source.head()));
    }

    private AuditSource source(AuditLogName log) {
        return switch (log) {
            case CHANGES -> changes;
            case ENTRIES -> entries;
        };
    }
}
