package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.BATCH;
import static org.jooq.impl.DSL.trueCondition;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchStore;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.BatchRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Batches in MariaDB.
@Repository
class JooqBatchStore implements BatchStore {

    private final DSLContext sql;
    private final Types types;

    JooqBatchStore(DSLContext sql, Types types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Batch batch) {
        var row = counted(batch);
        row.setId(Binary.of(batch.id()));
        row.setTypeId(types.get(batch.type()).id());
        row.setLabel(batch.label());
        row.setStartedBy(batch.startedBy().value());
        row.setStartedAt(Utc.of(batch.startedAt()));
        sql.insertInto(BATCH).set(row).execute();
    }

    @Override
    public Optional<Batch> find(BatchId id) {
        return sql.selectFrom(BATCH).where(BATCH.ID.eq(Binary.of(id))).fetchOptional(this::read);
    }

    @Override
    public List<Batch> latest(Optional<UserId> startedBy, int limit) {
        return sql.selectFrom(BATCH)
                .where(
                        startedBy
                                .map(person -> BATCH.STARTED_BY.eq(person.value()))
                                .orElse(trueCondition()))
                .orderBy(BATCH.STARTED_AT.desc(), BATCH.ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void seen(Collection<BatchId> batches, Instant at) {
        sql.update(BATCH)
                .set(BATCH.SEEN_AT, Utc.of(at))
                .where(BATCH.ID.in(batches.stream().map(Binary::of).toList()))
                .and(BATCH.FINISHED_AT.isNull())
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean replace(Batch batch, BatchState expected) {
        return sql.update(BATCH)
                        .set(counted(batch))
                        .where(BATCH.ID.eq(Binary.of(batch.id())))
                        .and(BATCH.STATE.eq(expected.wireName()))
                        .execute()
                == 1;
    }

    private static BatchRecord counted(Batch batch) {
        var row = new BatchRecord();
        row.setState(batch.state().wireName());
        row.setSeenAt(Utc.of(batch.seenAt()));
        row.setFinishedAt(batch.finishedAt().map(Utc::of).orElse(null));
        row.setTotalCount(Math.toIntExact(batch.counts().total()));
        row.setCreatedCount(Math.toIntExact(batch.counts().created()));
        row.setUpdatedCount(Math.toIntExact(batch.counts().updated()));
        row.setSkippedCount(Math.toIntExact(batch.counts().skipped()));
        row.setFailedCount(Math.toIntExact(batch.counts().failed()));
        return row;
    }

    private Batch read(BatchRecord row) {
        return new Batch(
                Binary.batchId(row.getId()),
                types.byId(row.getTypeId()).name(),
                row.getLabel(),
                BatchState.parse(row.getState()),
                new UserId(row.getStartedBy()),
                Utc.instant(row.getStartedAt()),
                Utc.instant(row.getSeenAt()),
                Optional.ofNullable(row.getFinishedAt()).map(Utc::instant),
                new BatchCounts(
                        row.getTotalCount(),
                        row.getCreatedCount(),
                        row.getUpdatedCount(),
                        row.getSkippedCount(),
                        row.getFailedCount()));
    }
}
