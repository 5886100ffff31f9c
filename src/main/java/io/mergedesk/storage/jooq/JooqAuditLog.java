package io.mergedesk.storage.jooq;

import io.mergedesk.audit.AuditLog;
import io.mergedesk.audit.AuditProgress;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditStretch;
import io.mergedesk.audit.ChainName;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Types;
import java.time.InstantSource;
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

    JooqAuditLog(DSLContext sql, Types types, InstantSource clock) {
        this.sql = sql;
        this.changes = new AuditChanges(sql, types);
        this.entries = new AuditEntries(sql);
        this.writer = new AuditIndexWriter(sql, clock);
    }

    @Override
    public AuditStretch before(ChainName log, AuditQuery query, Sequence place, int limit) {
        var source = source(log);
        return new AuditWalk(sql, source, query, limit).below(place, writer.blocks(source));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean indexNext(ChainName log) {
        return writer.writeNext(source(log));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean indexErased(ChainName log) {
        return writer.writeErased(source(log), log);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void clearIndex(ChainName log) {
        writer.clear(source(log));
    }

    @Override
    public AuditProgress progress(ChainName log) {
        var source = source(log);
        long indexed = Math.max(AuditPlaces.startOf(writer.blocks(source)) - 1, 0);
        return new AuditProgress(new Sequence(indexed), new Sequence(source.head()));
    }

    private AuditSource source(ChainName log) {
        return switch (log) {
            case CHANGES -> changes;
            case TRAIL -> entries;
        };
    }
}
