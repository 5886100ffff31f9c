package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REMOTE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.when;

import io.mergedesk.storage.jooq.schema.tables.records.SyncAttemptRecord;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.Settled;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What came of jobs: their ends, each attempt, and the version the other system gave.
final class DeliveryLog {

    private static final int LONGEST_PROBLEM = 500;
    private static final int LONGEST_TAG = 200;

    private final DSLContext sql;
    private final KeptStatement end;
    private final KeptStatement tag;

    DeliveryLog(DSLContext sql) {
        this.sql = sql;
        this.end =
                new KeptStatement(
                        sql,
                        sql.update(SYNC_JOB)
                                .set(SYNC_JOB.STATE, param(SYNC_JOB.STATE))
                                .set(SYNC_JOB.ATTEMPTS, param(SYNC_JOB.ATTEMPTS))
                                .set(SYNC_JOB.PROBLEM, param(SYNC_JOB.PROBLEM))
                                .set(
                                        SYNC_JOB.FINISHED_AT,
                                        when(
                                                        param("open", Boolean.class),
                                                        inline(null, SYNC_JOB.FINISHED_AT))
                                                .otherwise(LaneRows.now()))
                                .where(SYNC_JOB.ID.eq(param(SYNC_JOB.ID)))
                                .and(SYNC_JOB.STATE.eq(param("was", String.class))));
        this.tag =
                new KeptStatement(
                        sql,
                        sql.insertInto(
                                        SYNC_REMOTE,
                                        SYNC_REMOTE.TARGET_ID,
                                        SYNC_REMOTE.ENTITY_ID,
                                        SYNC_REMOTE.ETAG)
                                .values(
                                        param(SYNC_REMOTE.TARGET_ID),
                                        param(SYNC_REMOTE.ENTITY_ID),
                                        param(SYNC_REMOTE.ETAG))
                                .onDuplicateKeyUpdate()
                                .set(SYNC_REMOTE.ETAG, excluded(SYNC_REMOTE.ETAG)));
    }

    void note(List<Settled> settled) {
        var ends = new ArrayList<Object[]>();
        var attempts = new ArrayList<SyncAttemptRecord>();
        var tags = new ArrayList<Object[]>();
        for (var one : settled) {
            var lane = one.lease().lane();
            for (var outcome : one.outcomes()) {
                ends.add(
                        new @Nullable Object[] {
                            outcome.end().wireName(),
                            outcome.attempts(),
                            outcome.problem().map(text -> cut(text, LONGEST_PROBLEM)).orElse(null),
                            outcome.end() == JobEnd.OPEN,
                            Binary.of(outcome.job().id()),
                            // an admin may have opened it again
                            (one.lease().untold().contains(outcome.job())
                                            ? JobEnd.DEAD
                                            : JobEnd.OPEN)
                                    .wireName()
                        });
                outcome.attempt().ifPresent(attempt -> attempts.add(row(outcome, attempt)));
            }
            one.etag()
                    .filter(etag -> etag.length() <= LONGEST_TAG)
                    .ifPresent(etag ->
                            tags.add(
                                    new Object[] {
                                        lane.target().number(), Binary.of(lane.entity()), etag
                                    }));
        }
        if (!ends.isEmpty()) {
            end.executeAll(ends);
        }
        if (!attempts.isEmpty()) {
            sql.batchInsert(attempts).execute();
        }
        if (!tags.isEmpty()) {
            tag.executeAll(tags);
        }
    }

    private static SyncAttemptRecord row(Settled.Outcome outcome, Settled.Attempt attempt) {
        var exchange = attempt.exchange();
        var row = new SyncAttemptRecord();
        row.setJobId(Binary.of(outcome.job().id()));
        row.setAttempt(outcome.attempts());
        row.setTargetId(outcome.job().target().number());
        row.setTriedAt(Utc.of(attempt.at()));
        row.setTookMicros(exchange.took().toNanos() / 1_000);
        row.setOutcome(attempt.outcome());
        row.setStatus(exchange.status());
        row.setProblem(outcome.problem().map(text -> cut(text, LONGEST_PROBLEM)).orElse(null));
        row.setRequest(exchange.request());
        row.setAnswer(exchange.answer());
        return row;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
