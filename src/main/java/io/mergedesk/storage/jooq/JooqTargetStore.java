package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REMOTE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;
import static org.jooq.impl.DSL.max;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.jooq.schema.tables.records.SyncTargetRecord;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.SealedSecrets;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetJson;
import io.mergedesk.sync.TargetState;
import io.mergedesk.sync.TargetStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Targets in MariaDB. A removed one keeps its row, for its delivery log, and gives its name free.
@Repository
class JooqTargetStore implements TargetStore {

    private final DSLContext sql;

    JooqTargetStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Target> all() {
        return sql.selectFrom(SYNC_TARGET)
                .where(SYNC_TARGET.REMOVED_AT.isNull())
                .orderBy(SYNC_TARGET.NAME)
                .fetch(JooqTargetStore::read);
    }

    @Override
    public Optional<Target> find(TargetId target) {
        return sql.selectFrom(SYNC_TARGET)
                .where(SYNC_TARGET.TARGET_ID.eq(target.number()))
                .and(SYNC_TARGET.REMOVED_AT.isNull())
                .fetchOptional(JooqTargetStore::read);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Target add(TargetDefinition definition, SealedSecrets secrets, UserId by, Instant at) {
        var last = sql.select(max(SYNC_TARGET.TARGET_ID)).from(SYNC_TARGET).fetchSingle().value1();
        var head = sql.select(FEED_HEAD.SEQUENCE).from(FEED_HEAD).fetchSingle().value1();
        var target =
                new Target(
                        new TargetId(last == null ? 1 : last + 1),
                        definition,
                        TargetState.ACTIVE,
                        Optional.empty(),
                        new Sequence(head),
                        1,
                        at,
                        by);
        var row = new SyncTargetRecord();
        row.setTargetId(target.id().number());
        row.setName(definition.name());
        row.setDefinition(TargetJson.write(definition));
        row.setState(target.state().wireName());
        row.setSecret(secrets.current().orElse(null));
        row.setPreviousSecret(secrets.previous().orElse(null));
        row.setHeaderValues(secrets.headers().orElse(null));
        row.setSinceSequence(head);
        row.setVersionNo(target.version());
        row.setCreatedAt(Utc.of(at));
        row.setCreatedBy(by.value());
        sql.insertInto(SYNC_TARGET).set(row).execute();
        return target;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Target replace(Target target) {
        int changed =
                sql.update(SYNC_TARGET)
                        .set(SYNC_TARGET.NAME, target.definition().name())
                        .set(SYNC_TARGET.DEFINITION, TargetJson.write(target.definition()))
                        .set(SYNC_TARGET.STATE, target.state().wireName())
                        .set(SYNC_TARGET.PROBLEM, target.problem().orElse(null))
                        .set(SYNC_TARGET.VERSION_NO, target.version() + 1)
                        .where(SYNC_TARGET.TARGET_ID.eq(target.id().number()))
                        .and(SYNC_TARGET.VERSION_NO.eq(target.version()))
                        .and(SYNC_TARGET.REMOVED_AT.isNull())
                        .execute();
        if (changed != 1) {
            throw new OptimisticLockingFailureException(
                    "target " + target.id() + " is no longer at version " + target.version());
        }
        sql.update(SYNC_LANE)
                .set(SYNC_LANE.PRIORITY, (byte) target.definition().priority().rank())
                .where(SYNC_LANE.TARGET_ID.eq(target.id().number()))
                .execute();
        return find(target.id()).orElseThrow();
    }

    @Override
    @Transactional
    public void disable(TargetId target, String problem) {
        sql.update(SYNC_TARGET)
                .set(SYNC_TARGET.STATE, TargetState.DISABLED.wireName())
                .set(SYNC_TARGET.PROBLEM, problem)
                .set(SYNC_TARGET.VERSION_NO, SYNC_TARGET.VERSION_NO.plus(1))
                .where(SYNC_TARGET.TARGET_ID.eq(target.number()))
                .and(SYNC_TARGET.STATE.eq(TargetState.ACTIVE.wireName()))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(TargetId target) {
        int number = target.number();
        sql.update(SYNC_TARGET)
                .set(SYNC_TARGET.REMOVED_AT, LaneRows.now())
                .set(SYNC_TARGET.NAME, "(" + number + ")")
                .setNull(SYNC_TARGET.SECRET)
                .setNull(SYNC_TARGET.PREVIOUS_SECRET)
                .setNull(SYNC_TARGET.HEADER_VALUES)
                .where(SYNC_TARGET.TARGET_ID.eq(number))
                .execute();
        sql.deleteFrom(SYNC_LANE).where(SYNC_LANE.TARGET_ID.eq(number)).execute();
        sql.deleteFrom(SYNC_REMOTE).where(SYNC_REMOTE.TARGET_ID.eq(number)).execute();
        sql.update(SYNC_JOB)
                .set(SYNC_JOB.STATE, JobEnd.SKIPPED.wireName())
                .set(SYNC_JOB.FINISHED_AT, LaneRows.now())
                .where(SYNC_JOB.TARGET_ID.eq(number))
                .and(SYNC_JOB.STATE.in(JobEnd.OPEN.wireName(), JobEnd.DEAD.wireName()))
                .execute();
    }

    @Override
    public SealedSecrets secrets(TargetId target) {
        return sql.select(
                        SYNC_TARGET.SECRET, SYNC_TARGET.PREVIOUS_SECRET, SYNC_TARGET.HEADER_VALUES)
                .from(SYNC_TARGET)
                .where(SYNC_TARGET.TARGET_ID.eq(target.number()))
                .fetchOptional(row ->
                        new SealedSecrets(
                                Optional.ofNullable(row.value1()),
                                Optional.ofNullable(row.value2()),
                                Optional.ofNullable(row.value3())))
                .orElse(SealedSecrets.NONE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(TargetId target, SealedSecrets secrets) {
        sql.update(SYNC_TARGET)
                .set(SYNC_TARGET.SECRET, secrets.current().orElse(null))
                .set(SYNC_TARGET.PREVIOUS_SECRET, secrets.previous().orElse(null))
                .where(SYNC_TARGET.TARGET_ID.eq(target.number()))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepHeaders(TargetId target, Optional<byte[]> sealed) {
        sql.update(SYNC_TARGET)
                .set(SYNC_TARGET.HEADER_VALUES, sealed.orElse(null))
                .where(SYNC_TARGET.TARGET_ID.eq(target.number()))
                .execute();
    }

    @Override
    @Transactional
    public void sealHeaders(Function<Map<String, String>, byte[]> seal) {
        new ClearHeaders(sql).seal(seal);
    }

    private static Target read(SyncTargetRecord row) {
        return new Target(
                new TargetId(row.getTargetId()),
                TargetJson.read(row.getDefinition()),
                TargetState.parse(row.getState()),
                Optional.ofNullable(row.getProblem()),
                new Sequence(row.getSinceSequence()),
                row.getVersionNo(),
                Utc.instant(row.getCreatedAt()),
                new UserId(row.getCreatedBy()));
    }
}
