package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;

import io.mergedesk.common.Priority;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.Types;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.JobStore;
import io.mergedesk.sync.Pulse;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Jobs as admins see them, in MariaDB.
@Repository
class JooqJobStore implements JobStore {

    private static final Field<String> TARGET_PRIORITY = JobFigures.ofTarget().as("of_target");

    private final DSLContext sql;
    private final JobRows jobs;
    private final LaneRows lanes;
    private final JobFigures figures;
    private final SkippedJobs skipped;
    private final MissedJobs missed;

    JooqJobStore(DSLContext sql, Types types, EntityIds ids, InstantSource clock) {
        this.sql = sql;
        this.jobs = new JobRows(types);
        this.lanes = new LaneRows(sql, types);
        this.figures = new JobFigures(sql);
        this.skipped = new SkippedJobs(sql, jobs);
        this.missed = new MissedJobs(sql, types, ids, clock);
    }

    @Override
    public List<JobLine> page(JobQuery query, int limit) {
        return lines(JobStates.condition(query), limit);
    }

    @Override
    public long count(JobQuery query) {
        return figures.matching(JobStates.condition(query));
    }

    @Override
    public Optional<JobLine> find(JobId job) {
        return lines(SYNC_JOB.ID.eq(Binary.of(job)), 1).stream().findFirst();
    }

    private List<JobLine> lines(Condition which, int limit) {
        return sql.select(SYNC_JOB.fields())
                .select(SYNC_LANE.PRIORITY, SYNC_LANE.DUE_AT, SYNC_LANE.CONFLICT_ID)
                .select(JobStates.state(), TARGET_PRIORITY)
                .from(SYNC_JOB)
                .join(SYNC_TARGET)
                .on(SYNC_TARGET.TARGET_ID.eq(SYNC_JOB.TARGET_ID))
                .leftJoin(SYNC_LANE)
                .on(JobStates.isInLane())
                .where(which)
                .orderBy(SYNC_JOB.ID.desc())
                .limit(limit)
                .fetch(this::line);
    }

    private JobLine line(Record row) {
        var state = JobState.parse(row.get(JobStates.state())).orElseThrow();
        var awaits = Optional.ofNullable(row.get(SYNC_LANE.CONFLICT_ID)).map(Binary::conflictId);
        return new JobLine(
                jobs.read(row.into(SYNC_JOB)),
                state,
                JobFigures.priority(row.get(SYNC_LANE.PRIORITY), row.get(TARGET_PRIORITY)),
                state == JobState.WAITING && awaits.isEmpty()
                        ? Optional.ofNullable(row.get(SYNC_LANE.DUE_AT)).map(Utc::instant)
                        : Optional.empty(),
                awaits,
                Optional.ofNullable(row.get(SYNC_JOB.FINISHED_AT)).map(Utc::instant));
    }

    @Override
    public List<Standing> standings() {
        return figures.standings();
    }

    @Override
    public CatchUp catchUp(TargetId target) {
        return figures.catchUp(target);
    }

    @Override
    public List<AttemptLine> attempts(JobId job) {
        return figures.attempts(job);
    }

    @Override
    public List<AttemptLine> latest(TargetId target, int limit) {
        return figures.latest(target, limit);
    }

    @Override
    public List<Pulse> pulses(TargetId target, int minutes) {
        return figures.pulses(target, minutes);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int reopen(Collection<JobId> wanted, Map<TargetId, Priority> priority) {
        var found =
                sql.selectFrom(SYNC_JOB)
                        .where(SYNC_JOB.ID.in(JobRows.ids(wanted)))
                        .and(SYNC_JOB.STATE.ne(JobEnd.OPEN.wireName()))
                        .and(
                                SYNC_JOB.TARGET_ID.in(
                                        priority.keySet().stream().map(TargetId::number).toList()))
                        .forUpdate()
                        .fetch();
        if (found.isEmpty()) {
            return 0;
        }
        sql.update(SYNC_JOB)
                .set(SYNC_JOB.STATE, JobEnd.OPEN.wireName())
                .setNull(SYNC_JOB.FINISHED_AT)
                .where(SYNC_JOB.ID.in(found.map(row -> row.getId())))
                .execute();
        var opened = found.map(jobs::read);
        lanes.add(opened, priority);
        return opened.size();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(JobId job, String body) {
        sql.update(SYNC_JOB)
                .set(SYNC_JOB.BODY, body)
                .where(SYNC_JOB.ID.eq(Binary.of(job)))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int skip(Collection<JobId> wanted) {
        return skipped.skip(wanted);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Job> missed(Target target, Sequence after, Sequence until, int limit) {
        return missed.of(target, after, until, limit);
    }
}
