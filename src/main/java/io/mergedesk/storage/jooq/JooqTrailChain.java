package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;
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
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/// The trail as a chain to be verified.
@Repository
@Order(2)
class JooqTrailChain implements SealedChain {

    private final DSLContext sql;
    private final SealedPage page;

    /// The columns as they are stored, before anybody asks whether they make sense.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Raw(
            long sequence,
            String action,
            @Nullable String author,
            LocalDateTime notedAt,
            byte @Nullable [] entity,
            @Nullable String type,
            byte @Nullable [] conflict) {

        byte[] content(byte[] erasable) {
            return TrailHash.content(
                    new TrailEntry(
                            new Sequence(sequence),
                            TrailAction.parse(action).orElseThrow(),
                            Optional.ofNullable(author).map(UserId::new),
                            Utc.instant(notedAt),
                            Optional.empty(),
                            about(),
                            Optional.ofNullable(type).map(TypeName::new),
                            Optional.ofNullable(conflict).map(Binary::conflictId),
                            TrailDetails.NONE),
                    erasable);
        }

        Optional<EntityId> about() {
            return Optional.ofNullable(entity).map(Binary::entityId);
        }
    }

    JooqTrailChain(DSLContext sql) {
        this.sql = sql;
        this.page = new SealedPage(ChainName.TRAIL, new ErasedRows(sql));
    }

    @Override
    public ChainName name() {
        return ChainName.TRAIL;
    }

    @Override
    public ChainEnd end() {
        var last = field(select(coalesce(max(TRAIL_ENTRY.SEQUENCE), val(0L))).from(TRAIL_ENTRY));
        return sql.select(TRAIL_HEAD.SEQUENCE, TRAIL_HEAD.HASH, last)
                .from(TRAIL_HEAD)
                .fetchSingle(row ->
                        new ChainEnd(
                                new Link(new Sequence(row.value1()), row.value2()),
                                new Sequence(row.value3())));
    }

    @Override
    public List<SealedRow> after(Sequence place, int limit) {
        return page.read(
                sql.select(
                                TRAIL_ENTRY.SEQUENCE,
                                TRAIL_ENTRY.ACTION,
                                TRAIL_ENTRY.AUTHOR,
                                TRAIL_ENTRY.NOTED_AT,
                                TRAIL_ENTRY.ENTITY_ID,
                                TRAIL_ENTRY.TYPE_NAME,
                                TRAIL_ENTRY.CONFLICT_ID,
                                TRAIL_ENTRY.ADDRESS,
                                TRAIL_ENTRY.DETAILS,
                                TRAIL_ENTRY.SALT,
                                TRAIL_ENTRY.HASH)
                        .from(TRAIL_ENTRY)
                        .where(TRAIL_ENTRY.SEQUENCE.gt(place.number()))
                        .orderBy(TRAIL_ENTRY.SEQUENCE)
                        .limit(limit),
                JooqTrailChain::read);
    }

    private static SealedPage.Stored read(ResultSet row) throws SQLException {
        var raw =
                new Raw(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class),
                        row.getBytes(5),
                        row.getString(6),
                        row.getBytes(7));
        var address = Optional.ofNullable(row.getString(8));
        return new SealedPage.Stored(
                new Sequence(raw.sequence()),
                row.getBytes(11),
                HashChain.saltedHash(
                        TrailHash.erasable(address, row.getString(9)), row.getBytes(10)),
                raw::content,
                raw.about(),
                Optional.empty());
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return sql.select(TRAIL_ENTRY.HASH)
                .from(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.SEQUENCE.eq(place.number()))
                .limit(1)
                .fetchOptional(TRAIL_ENTRY.HASH);
    }
}
