package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ERASED_ROW;

import io.mergedesk.audit.ChainName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What values were hashed to before they were erased, so that the chain still follows.
final class ErasedRows {

    private final DSLContext sql;

    /// @param before the salted hash of what was committed
    /// @param after the salted hash of what is left
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Erased(byte[] before, byte[] after) {}

    ErasedRows(DSLContext sql) {
        this.sql = sql;
    }

    /// The erased rows of a stretch of a chain, by their places; both ends included.
    Map<Long, Erased> between(ChainName chain, long from, long to) {
        var found = new HashMap<Long, Erased>();
        sql.select(ERASED_ROW.SEQUENCE, ERASED_ROW.BEFORE_HASH, ERASED_ROW.AFTER_HASH)
                .from(ERASED_ROW)
                .where(ERASED_ROW.CHAIN.eq(chain.wireName()))
                .and(ERASED_ROW.SEQUENCE.between(from, to))
                .orderBy(ERASED_ROW.SEQUENCE, ERASED_ROW.STEP)
                .forEach(row ->
                        found.merge(
                                row.value1(),
                                new Erased(row.value2(), row.value3()),
                                (first, later) -> new Erased(first.before(), later.after())));
        return found;
    }

    /// What entered the chain: the hash of what is stored, or of what was there before it was
    /// erased.
    static byte[] committed(byte[] stored, @Nullable Erased erased) {
        return erased != null && Arrays.equals(erased.after(), stored) ? erased.before() : stored;
    }
}
