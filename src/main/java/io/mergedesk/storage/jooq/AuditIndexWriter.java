package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_BLOCK;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_INDEX;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_SPAN;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.val;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditTerm;
import io.mergedesk.audit.AuditTerms;
import io.mergedesk.audit.ChainName;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// Writes the index block by block. A block is written once, when all its places are taken: its
/// rows lie together and in order, so that nothing is read or moved to write them.
final class AuditIndexWriter {

    private static final int MANY = 200;

    private final DSLContext sql;
    private final InstantSource clock;
    private final AuditErased erased;
    private final KeptStatement insertOne;
    private final KeptStatement insertMany;

    AuditIndexWriter(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        this.erased = new AuditErased(sql);
        this.insertOne = insert(1);
        this.insertMany = insert(MANY);
    }

    private KeptStatement insert(int rows) {
        var insert =
                sql.insertInto(
                        AUDIT_INDEX,
                        AUDIT_INDEX.LOG,
                        AUDIT_INDEX.BLOCK,
                        AUDIT_INDEX.TERM,
                        AUDIT_INDEX.PLACES);
        for (int i = 0; i < rows; i++) {
            insert =
                    insert.values(
                            param(AUDIT_INDEX.LOG),
                            param(AUDIT_INDEX.BLOCK),
                            param(AUDIT_INDEX.TERM),
                            param(AUDIT_INDEX.PLACES));
        }
        return new KeptStatement(sql, insert);
    }

    /// How many blocks are indexed, from the first.
    int blocks(AuditSource source) {
        var last =
                sql.select(max(AUDIT_BLOCK.BLOCK))
                        .from(AUDIT_BLOCK)
                        .where(AUDIT_BLOCK.LOG.eq(source.number()))
                        .fetchSingle()
                        .value1();
        return last == null ? 0 : last + 1;
    }

    /// @return whether the next block was complete
    boolean writeNext(AuditSource source) {
        int block = blocks(source);
        if (source.head() < AuditPlaces.startOf(block + 1) - 1) {
            return false;
        }
        write(source, block, clock.instant());
        if ((block + 1) % AuditPlaces.SPAN == 0) {
            writeSpan(source, block >> AuditPlaces.SPAN_BITS);
        }
        return true;
    }

    /// Writes those blocks of one span again in which values were erased after they were written.
    ///
    /// @return whether there were any
    boolean writeErased(AuditSource source, ChainName chain) {
        var now = clock.instant();
        var stale = erased.blocks(source, chain);
        if (stale.isEmpty()) {
            erased.checked(source, now);
            return false;
        }
        int span = stale.firstKey() >> AuditPlaces.SPAN_BITS;
        for (var block : stale.entrySet()) {
            if (block.getKey() >> AuditPlaces.SPAN_BITS == span) {
                delete(source, block.getKey());
                var after = block.getValue().plus(1, ChronoUnit.MICROS);
                write(source, block.getKey(), after.isAfter(now) ? after : now);
            }
        }
        if (span < blocks(source) >> AuditPlaces.SPAN_BITS) {
            sql.deleteFrom(AUDIT_SPAN)
                    .where(AUDIT_SPAN.LOG.eq(source.number()))
                    .and(AUDIT_SPAN.SPAN.eq(span))
                    .execute();
            writeSpan(source, span);
        }
        return true;
    }

    void clear(AuditSource source) {
        sql.deleteFrom(AUDIT_BLOCK).where(AUDIT_BLOCK.LOG.eq(source.number())).execute();
        sql.deleteFrom(AUDIT_INDEX).where(AUDIT_INDEX.LOG.eq(source.number())).execute();
        sql.deleteFrom(AUDIT_SPAN).where(AUDIT_SPAN.LOG.eq(source.number())).execute();
    }

    private void write(AuditSource source, int block, Instant now) {
        long start = AuditPlaces.startOf(block);
        var items = source.between(start, AuditPlaces.startOf(block + 1), AuditPlaces.BLOCK);
        // first, so that another node which is at the same block waits here, and then gives up
        writeBlock(source, block, items, now);
        insert(
                places(items, start).entrySet().stream()
                        .map(entry ->
                                new Object[] {
                                    source.number(),
                                    block,
                                    entry.getKey(),
                                    AuditPlaces.write(entry.getValue())
                                })
                        .toList());
    }

    /// Many to a statement: most of the time of an insert of one row is not the row's.
    private void insert(List<Object[]> rows) {
        int together = rows.size() / MANY * MANY;
        for (int start = 0; start < together; start += MANY) {
            insertMany.execute(
                    rows.subList(start, start + MANY).stream().flatMap(Arrays::stream).toArray());
        }
        if (together < rows.size()) {
            insertOne.executeAll(rows.subList(together, rows.size()));
        }
    }

    private void delete(AuditSource source, int block) {
        sql.deleteFrom(AUDIT_BLOCK)
                .where(AUDIT_BLOCK.LOG.eq(source.number()))
                .and(AUDIT_BLOCK.BLOCK.eq(block))
                .execute();
        sql.deleteFrom(AUDIT_INDEX)
                .where(AUDIT_INDEX.LOG.eq(source.number()))
                .and(AUDIT_INDEX.BLOCK.eq(block))
                .execute();
    }

    private void writeBlock(AuditSource source, int block, List<AuditItem> items, Instant now) {
        var times = items.stream().map(AuditItem::at).sorted().toList();
        sql.insertInto(AUDIT_BLOCK)
                .set(AUDIT_BLOCK.LOG, source.number())
                .set(AUDIT_BLOCK.BLOCK, block)
                .set(AUDIT_BLOCK.FIRST_AT, Utc.of(times.getFirst()))
                .set(AUDIT_BLOCK.LAST_AT, Utc.of(times.getLast()))
                .set(AUDIT_BLOCK.INDEXED_AT, Utc.of(now))
                .execute();
    }

    private static Map<byte[], BitSet> places(List<AuditItem> items, long start) {
        var places = new HashMap<AuditTerm, BitSet>();
        for (var item : items) {
            int place = Math.toIntExact(item.sequence().number() - start);
            for (var term : AuditTerms.forIndex(item)) {
                places.computeIfAbsent(term, _ -> new BitSet()).set(place);
            }
        }
        var sorted = new TreeMap<byte[], BitSet>(Arrays::compareUnsigned);
        places.forEach((term, where) -> sorted.put(term.bytes(), where));
        return sorted;
    }

    private void writeSpan(AuditSource source, int span) {
        sql.execute(
                """
                INSERT INTO audit_span (log, span, term, blocks)
                SELECT log, {0}, term, CAST(BIT_OR(1 << (block & 63)) AS SIGNED)
                FROM audit_index WHERE log = {1} AND block BETWEEN {2} AND {3} GROUP BY term
                """,
                val(span),
                val(source.number()),
                val(span << AuditPlaces.SPAN_BITS),
                val((span << AuditPlaces.SPAN_BITS) + AuditPlaces.SPAN - 1));
    }
}
