package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import io.mergedesk.common.Priority;
import io.mergedesk.storage.jooq.schema.tables.records.SyncAttemptRecord;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Pulse;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// How many jobs stand how, and what came of their attempts.
final class JobFigures {

    /// Of those that are done only those of the last day are counted.
    private static final Duration COUNTED = Duration.ofDays(1);

    private final DSLContext sql;

    JobFigures(DSLContext sql) {
        this.sql = sql;
    }

    List<Standing> standings() {
        var standings = new ArrayList<Standing>();
        sql.select(SYNC_JOB.TARGET_ID, JobStates.state(), SYNC_LANE.PRIORITY, ofTarget(), count())
                .from(SYNC_JOB)
                .join(SYNC_TARGET)
                .on(SYNC_TARGET.TARGET_ID.eq(SYNC_JOB.TARGET_ID))
                .leftJoin(SYNC_LANE)
                .on(JobStates.isInLane())
                .where(SYNC_TARGET.REMOVED_AT.isNull())
                .and(isCounted())
                .groupBy(SYNC_JOB.TARGET_ID, JobStates.state(), SYNC_LANE.PRIORITY, ofTarget())
                .forEach(row ->
                        standings.add(
                                new Standing(
                                        new TargetId(row.value1()),
                                        priority(row.value3(), row.value4()),
                                        JobState.parse(row.value2()).orElseThrow(),
                                        row.value5())));
        return standings;
    }

    /// @param which of jobs joined with their lanes
    long matching(Condition which) {
        return sql.selectCount()
                .from(SYNC_JOB)
                .leftJoin(SYNC_LANE)
                .on(JobStates.isInLane())
                .where(which)
                .fetchSingle()
                .value1();
    }

    /// Of a job joined with its lane.
    static Condition hasPriority(Priority priority) {
        var targets =
                DSL.select(SYNC_TARGET.TARGET_ID)
                        .from(SYNC_TARGET)
                        .where(ofTarget().eq(priority.wireName()));
        return SYNC_LANE
                .PRIORITY
                .eq((byte) priority.rank())
                .or(SYNC_LANE.PRIORITY.isNull().and(SYNC_JOB.TARGET_ID.in(targets)));
    }

    /// @param lane of the lane; null where the job is in none any more
    static Priority priority(@Nullable Byte lane, String target) {
        return lane == null ? Priority.parse(target).orElseThrow() : Priority.ofRank(lane);
    }

    /// The priority of a target, by its name on the wire.
    static Field<String> ofTarget() {
        return DSL.field(
                "json_value({0}, '$.priority')", SQLDataType.VARCHAR, SYNC_TARGET.DEFINITION);
    }

    CatchUp catchUp(TargetId target) {
        var open =
                sql.select(count(), DSL.min(SYNC_JOB.CREATED_AT))
                        .from(SYNC_JOB)
                        .where(SYNC_JOB.STATE.eq(JobEnd.OPEN.wireName()))
                        .and(SYNC_JOB.TARGET_ID.eq(target.number()))
                        .fetchSingle();
        if (open.value1() == 0) {
            return new CatchUp(0, 0);
        }
        int sent =
                sql.fetchCount(
                        SYNC_JOB,
                        SYNC_JOB.STATE
                                .eq(JobEnd.DONE.wireName())
                                .and(SYNC_JOB.TARGET_ID.eq(target.number()))
                                .and(SYNC_JOB.FINISHED_AT.ge(open.value2())));
        return new CatchUp(sent, open.value1());
    }

    private static Condition isCounted() {
        return SYNC_JOB.STATE
                .in(JobEnd.OPEN.wireName(), JobEnd.DEAD.wireName())
                .or(
                        SYNC_JOB.STATE
                                .eq(JobEnd.DONE.wireName())
                                .and(SYNC_JOB.FINISHED_AT.gt(LaneRows.in(COUNTED.negated()))));
    }

    List<AttemptLine> attempts(JobId job) {
        return sql.selectFrom(SYNC_ATTEMPT)
                .where(SYNC_ATTEMPT.JOB_ID.eq(Binary.of(job)))
                .orderBy(SYNC_ATTEMPT.ATTEMPT)
                .fetch(JobFigures::attempt);
    }

    List<AttemptLine> latest(TargetId target, int limit) {
        return sql.selectFrom(SYNC_ATTEMPT)
                .where(SYNC_ATTEMPT.TARGET_ID.eq(target.number()))
                .orderBy(SYNC_ATTEMPT.TRIED_AT.desc())
                .limit(limit)
                .fetch(JobFigures::attempt);
    }

    List<Pulse> pulses(TargetId target, int minutes) {
        var ago =
                DSL.field(
                        "timestampdiff(minute, {0}, {1})",
                        SQLDataType.INTEGER, SYNC_ATTEMPT.TRIED_AT, LaneRows.now());
        var taken =
                DSL.sum(
                        DSL.when(SYNC_ATTEMPT.OUTCOME.eq(inline("taken")), inline(1))
                                .otherwise(inline(0)));
        var pulses = new Pulse[minutes];
        Arrays.fill(pulses, new Pulse(0, 0));
        sql.select(ago, taken, count())
                .from(SYNC_ATTEMPT)
                .where(SYNC_ATTEMPT.TARGET_ID.eq(target.number()))
                .and(SYNC_ATTEMPT.TRIED_AT.gt(LaneRows.in(Duration.ofMinutes(minutes).negated())))
                .groupBy(ago)
                .forEach(row -> {
                    int place = minutes - 1 - Math.max(0, row.value1());
                    if (place >= 0) {
                        long good = row.value2().longValue();
                        pulses[place] = new Pulse(good, row.value3() - good);
                    }
                });
        return List.of(pulses);
    }

    private static AttemptLine attempt(SyncAttemptRecord row) {
        return new AttemptLine(
                new JobId(Binary.uuid(row.getJobId())),
                row.getAttempt(),
                Utc.instant(row.getTriedAt()),
                row.getOutcome(),
                Optional.ofNullable(row.getProblem()),
                new Exchange(
                        row.getRequest(),
                        row.getStatus(),
                        row.getAnswer(),
                        Duration.of(row.getTookMicros(), ChronoUnit.MICROS)));
    }
}
