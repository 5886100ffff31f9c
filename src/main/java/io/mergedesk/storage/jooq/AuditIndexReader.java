package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_BLOCK;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_INDEX;
import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_SPAN;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.mergedesk.audit.AuditTerm.Needed;
import io.mergedesk.audit.AuditTerms;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/// Reads out of the index where all the terms of a query stand, and counts the rows it read.
final class AuditIndexReader {

    /// So many terms with one beginning say little about where to look: then the blocks say it.
    private static final int TELLING = 2_000;

    private final DSLContext sql;
    private final byte log;
    private final List<Needed> needed;
    private int rows;

    AuditIndexReader(DSLContext sql, AuditSource source, List<Needed> needed) {
        this.sql = sql;
        this.log = source.number();
        // each of the exact ones is one row and leaves less to look up; then the longest word
        this.needed =
                needed.stream()
                        .sorted(
                                Comparator.comparing(Needed::prefix)
                                        .thenComparingInt(one -> -one.term().text().length()))
                        .toList();
    }

    int rows() {
        return rows;
    }

    /// In which blocks of each span all terms stand, one bit each; spans without any are left out.
    Map<Integer, Long> blocks(Collection<Integer> spans) {
        Map<Integer, Long> common = new HashMap<>();
        spans.forEach(span -> common.put(span, -1L));
        for (var term : needed) {
            if (common.isEmpty()) {
                return common;
            }
            var read =
                    sql.select(AUDIT_SPAN.SPAN, AUDIT_SPAN.BLOCKS)
                            .from(AUDIT_SPAN)
                            .where(AUDIT_SPAN.LOG.eq(log))
                            .and(AUDIT_SPAN.SPAN.in(common.keySet()))
                            .and(meets(AUDIT_SPAN.TERM, term))
                            .limit(TELLING)
                            .fetch();
            rows += read.size();
            if (read.size() == TELLING) {
                continue;
            }
            var found = new HashMap<Integer, Long>();
            read.forEach(row -> found.merge(row.value1(), row.value2(), (a, b) -> a | b));
            common.replaceAll((span, blocks) -> blocks & found.getOrDefault(span, 0L));
            common.values().removeIf(blocks -> blocks == 0);
        }
        return common;
    }

    /// At which places of each block all terms stand; blocks without any are left out.
    Map<Integer, BitSet> places(Collection<Integer> blocks) {
        Map<Integer, BitSet> common = new HashMap<>();
        blocks.forEach(block -> common.put(block, everywhere()));
        for (var term : needed) {
            if (common.isEmpty()) {
                return common;
            }
            var found = new HashMap<Integer, BitSet>();
            sql.select(AUDIT_INDEX.BLOCK, AUDIT_INDEX.PLACES)
                    .from(AUDIT_INDEX)
                    .where(AUDIT_INDEX.LOG.eq(log))
                    .and(AUDIT_INDEX.BLOCK.in(common.keySet()))
                    .and(meets(AUDIT_INDEX.TERM, term))
                    .forEach(row -> {
                        found.computeIfAbsent(row.value1(), _ -> new BitSet())
                                .or(AuditPlaces.read(row.value2()));
                        rows++;
                    });
            common.forEach((block, places) -> places.and(found.getOrDefault(block, new BitSet())));
            common.values().removeIf(BitSet::isEmpty);
        }
        return common;
    }

    /// The last block that has something before a time; empty when none has.
    Optional<Integer> lastBefore(Instant time) {
        return sql.select(max(AUDIT_BLOCK.BLOCK))
                .from(AUDIT_BLOCK)
                .where(AUDIT_BLOCK.LOG.eq(log))
                .and(AUDIT_BLOCK.FIRST_AT.lt(Utc.of(time)))
                .fetchOptional()
                .map(row -> row.value1());
    }

    /// The first block that has something at a time or after it; empty when none has.
    Optional<Integer> firstSince(Instant time) {
        return sql.select(min(AUDIT_BLOCK.BLOCK))
                .from(AUDIT_BLOCK)
                .where(AUDIT_BLOCK.LOG.eq(log))
                .and(AUDIT_BLOCK.LAST_AT.ge(Utc.of(time)))
                .fetchOptional()
                .map(row -> row.value1());
    }

    private static Condition meets(Field<byte[]> column, Needed needed) {
        var bytes = needed.term().bytes();
        if (!needed.prefix()) {
            return column.eq(bytes);
        }
        return column.ge(bytes).and(column.lt(pastAll(bytes))).or(column.eq(wordy()));
    }

    /// No term has this byte: it is none of UTF-8.
    private static byte[] pastAll(byte[] prefix) {
        var past = Arrays.copyOf(prefix, prefix.length + 1);
        past[prefix.length] = (byte) 0xFF;
        return past;
    }

    private static byte[] wordy() {
        return AuditTerms.WORDY.bytes();
    }

    private static BitSet everywhere() {
        var all = new BitSet(AuditPlaces.BLOCK);
        all.set(0, AuditPlaces.BLOCK);
        return all;
    }
}
