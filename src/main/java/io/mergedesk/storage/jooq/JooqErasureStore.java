package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ERASURE;

import io.mergedesk.audit.Erasure;
import io.mergedesk.audit.ErasureId;
import io.mergedesk.audit.ErasureStore;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.jooq.schema.tables.records.ErasureRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Erasings in MariaDB.
@Repository
class JooqErasureStore implements ErasureStore {

    private final DSLContext sql;

    JooqErasureStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Erasure erasure) {
        sql.insertInto(ERASURE).set(write(erasure)).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(Erasure erasure) {
        int changed =
                sql.update(ERASURE)
                        .set(ERASURE.FINISHED_AT, erasure.finishedAt().map(Utc::of).orElseThrow())
                        .set(ERASURE.ROW_COUNT, erasure.rows())
                        .set(ERASURE.REACHED, erasure.reached().number())
                        .where(ERASURE.ID.eq(Binary.of(erasure.id().value())))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("expected to finish erasing " + erasure.id());
        }
    }

    @Override
    public List<Erasure> unfinished() {
        return sql.selectFrom(ERASURE)
                .where(ERASURE.FINISHED_AT.isNull())
                .orderBy(ERASURE.STARTED_AT)
                .fetch(JooqErasureStore::read);
    }

    @Override
    public Optional<Erasure> lastRetention() {
        return sql.selectFrom(ERASURE)
                .where(ERASURE.CAUSE.eq(Erasure.Cause.RETENTION.wireName()))
                .and(ERASURE.FINISHED_AT.isNotNull())
                .orderBy(ERASURE.STARTED_AT.desc())
                .limit(1)
                .fetchOptional(JooqErasureStore::read);
    }

    private static ErasureRecord write(Erasure erasure) {
        var row = new ErasureRecord();
        row.setId(Binary.of(erasure.id().value()));
        row.setCause(erasure.cause().wireName());
        row.setEntityId(erasure.entity().map(Binary::of).orElse(null));
        row.setFields(
                erasure.fields().stream().map(FieldName::value).collect(Collectors.joining("\n")));
        row.setReason(erasure.reason());
        row.setErasedBefore(Utc.of(erasure.before()));
        row.setStartedBy(erasure.by().value());
        row.setStartedAt(Utc.of(erasure.startedAt()));
        row.setRowCount(erasure.rows());
        row.setReached(erasure.reached().number());
        return row;
    }

    private static Erasure read(ErasureRecord row) {
        return new Erasure(
                new ErasureId(Binary.uuid(row.getId())),
                Erasure.Cause.valueOf(row.getCause().toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getEntityId()).map(Binary::entityId),
                Arrays.stream(row.getFields().split("\n", -1))
                        .filter(name -> !name.isEmpty())
                        .map(FieldName::new)
                        .collect(Collectors.toCollection(TreeSet::new)),
                row.getReason(),
                Utc.instant(row.getErasedBefore()),
                new UserId(row.getStartedBy()),
                Utc.instant(row.getStartedAt()),
                Optional.ofNullable(row.getFinishedAt()).map(Utc::instant),
                row.getRowCount(),
                new Sequence(row.getReached()));
    }
}
