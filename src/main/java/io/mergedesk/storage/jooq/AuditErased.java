package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_BLOCK;
import static io.mergedesk.storage.jooq.schema.Tables.ERASED_ROW;
import static io.mergedesk.storage.jooq.schema.Tables.ERASURE;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.shr;

import io.mergedesk.audit.ChainName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/// Knows which blocks of the index were written before values in them were erased.
///
/// All erasings are looked at once after a start, and then only the latest.
final class AuditErased {

    /// Longer than an erasing takes from its time to its commit.
    private static final Duration MARGIN = Duration.ofHours(1);

    private final DSLContext sql;
    private final Map<Byte, Instant> checked = new ConcurrentHashMap<>();

    AuditErased(DSLContext sql) {
        this.sql = sql;
    }

    /// Each with the time at which the last erasing in it was finished.
    SortedMap<Integer, Instant> blocks(AuditSource source, ChainName chain) {
        var since = checked.getOrDefault(source.number(), Instant.EPOCH);
        var block = shr(ERASED_ROW.SEQUENCE, AuditPlaces.BLOCK_BITS).coerce(Integer.class);
        var blocks = new TreeMap<Integer, Instant>();
        sql.select(AUDIT_BLOCK.BLOCK, max(ERASURE.FINISHED_AT))
                .from(ERASURE)
                .join(ERASED_ROW)
                .on(ERASED_ROW.ERASURE_ID.eq(ERASURE.ID))
                .and(ERASED_ROW.CHAIN.eq(chain.wireName()))
                .join(AUDIT_BLOCK)
                .on(AUDIT_BLOCK.LOG.eq(source.number()))
                .and(AUDIT_BLOCK.BLOCK.eq(block))
                .where(ERASURE.FINISHED_AT.ge(Utc.of(since)))
                .and(ERASURE.FINISHED_AT.ge(AUDIT_BLOCK.INDEXED_AT))
                .groupBy(AUDIT_BLOCK.BLOCK)
                .forEach(row -> blocks.put(row.value1(), Utc.instant(row.value2())));
        return blocks;
    }

    /// At that time there were none.
    void checked(AuditSource source, Instant at) {
        checked.put(source.number(), at.minus(MARGIN));
    }
}
