package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.mergedesk.audit.ChainEnd;
import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.Link;
import io.mergedesk.audit.SealedChain;
import io.mergedesk.audit.SealedRow;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Types;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/// The feed as a chain to be verified.
@Repository
@Order(1)
class JooqChangeChain implements SealedChain {

    private final DSLContext sql;
    private final SealedPage page;
    private final SealedChanges reader;

    JooqChangeChain(DSLContext sql, Types types) {
        this.sql = sql;
        this.page = new SealedPage(ChainName.CHANGES, new ErasedRows(sql));
        this.reader = new SealedChanges(types);
    }

    @Override
    public ChainName name() {
        return ChainName.CHANGES;
    }

    @Override
    public ChainEnd end() {
        var last = field(select(coalesce(max(CHANGE_LOG.SEQUENCE), val(0L))).from(CHANGE_LOG));
        return sql.select(FEED_HEAD.SEQUENCE, FEED_HEAD.HASH, last)
                .from(FEED_HEAD)
                .fetchSingle(row ->
                        new ChainEnd(
                                new Link(new Sequence(row.value1()), row.value2()),
                                new Sequence(row.value3())));
    }

    @Override
    public List<SealedRow> after(Sequence place, int limit) {
        return page.read(
                sql.select(SealedChanges.COLUMNS)
                        .from(CHANGE_LOG)
                        .where(CHANGE_LOG.SEQUENCE.gt(place.number()))
                        .orderBy(CHANGE_LOG.SEQUENCE)
                        .limit(limit),
                reader);
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return sql.select(CHANGE_LOG.HASH)
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.eq(place.number()))
                .limit(1)
                .fetchOptional(CHANGE_LOG.HASH);
    }
}
