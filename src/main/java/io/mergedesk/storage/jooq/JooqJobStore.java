package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.AWAITING;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import io.mergedesk.common.Priority;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventName;
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
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import java.time.InstantSource;
import java.util.ArrayList;
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

    private static final List<EventName> ENTITY_EVENTS =
            List.of(EventName.ENTITY_CREATED, EventName.ENTITY_UPDATED, EventName.ENTITY_DELETED);

    private static final Field<String> TARGET_PRIORITY = JobFigures.ofTarget().as("of_target");

    private final DSLContext sql;
    private final Types types;
    private final JobRows jobs;
    private final LaneRows lanes;
    private final JobFigures figures;
    private final EntityIds ids;
    private final InstantSource clock;

    JooqJobStore(DSLContext sql, Types types, EntityIds ids, InstantSource clock) {
        this.sql = sql;
        this.types = types;
        this.jobs = new JobRows(types);
        this.lanes = new LaneRows(sql, types);
        this.figures = new JobFigures(sql);
        this.ids = ids;
        this.clock = clock;
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
                .on(
                        SYNC_LANE.TARGET_ID.eq(SYNC_JOB.TARGET_ID),
                        SYNC_LANE.ENTITY_ID.eq(SYNC_JOB.ENTITY_ID),
                        SYNC_JOB.STATE.eq(JobEnd.OPEN.wireName()))
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
                        .where(SYNC_JOB.ID.in(bytes(wanted)))
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
        int skipped = end(wanted, JobEnd.DEAD);
        for (var job :
                sql.selectFrom(SYNC_JOB)
                        .where(SYNC_JOB.ID.in(bytes(wanted)))
                        .and(SYNC_JOB.STATE.eq(JobEnd.OPEN.wireName()))
                        .fetch(jobs::read)) {
            skipped += leave(job);
        }
        return skipped;
    }

    /// Takes an open job out of its lane, unless that is leased.
    private int leave(Job job) {
        var lane =
                SYNC_LANE
                        .TARGET_ID
                        .eq(job.target().number())
                        .and(SYNC_LANE.ENTITY_ID.eq(Binary.of(job.entity())));
        int counted =
                sql.update(SYNC_LANE)
                        .set(SYNC_LANE.OPEN_JOBS, SYNC_LANE.OPEN_JOBS.minus(1))
                        .where(lane)
                        .and(SYNC_LANE.STANDING.ne(LEASED))
                        .execute();
        if (counted == 0) {
            return 0;
        }
        if (end(List.of(job.id()), JobEnd.OPEN) == 0) {
            // somebody else ended it, and counted it out
            sql.update(SYNC_LANE)
                    .set(SYNC_LANE.OPEN_JOBS, SYNC_LANE.OPEN_JOBS.plus(1))
                    .where(lane)
                    .execute();
            return 0;
        }
        sql.deleteFrom(SYNC_LANE)
                .where(lane)
                .and(SYNC_LANE.OPEN_JOBS.eq(0))
                .and(SYNC_LANE.STANDING.ne(AWAITING))
                .execute();
        return 1;
    }

    private int end(Collection<JobId> wanted, JobEnd from) {
        return sql.update(SYNC_JOB)
                .set(SYNC_JOB.STATE, JobEnd.SKIPPED.wireName())
                .set(SYNC_JOB.FINISHED_AT, LaneRows.now())
                .where(SYNC_JOB.ID.in(bytes(wanted)))
                .and(SYNC_JOB.STATE.eq(from.wireName()))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Job> missed(Target target, Sequence after, Sequence until, int limit) {
        // whoever asks the same at the same time finds what this one adds
        sql.selectOne()
                .from(SYNC_TARGET)
                .where(SYNC_TARGET.TARGET_ID.eq(target.id().number()))
                .forUpdate()
                .execute();
        var rows = new ChangeRows(types);
        var now = clock.instant();
        return sql
                .selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.gt(after.number()))
                .and(CHANGE_LOG.SEQUENCE.le(until.number()))
                .and(isWantedBy(target.definition()))
                .and(
                        notExists(
                                selectOne()
                                        .from(SYNC_JOB)
                                        .where(SYNC_JOB.ENTITY_ID.eq(CHANGE_LOG.ENTITY_ID))
                                        .and(SYNC_JOB.REVISION.eq(CHANGE_LOG.REVISION))
                                        .and(SYNC_JOB.TARGET_ID.eq(target.id().number()))
                                        .and(SYNC_JOB.CONFLICT_ID.isNull())))
                .orderBy(CHANGE_LOG.SEQUENCE)
                .limit(limit)
                .fetch(rows::read)
                .stream()
                .map(change ->
                        new Job(
                                new JobId(ids.next().value()),
                                target.id(),
                                change.entity(),
                                change.type(),
                                change.revision(),
                                change.event(),
                                Optional.empty(),
                                0,
                                now,
                                Optional.empty(),
                                Optional.empty()))
                .toList();
    }

    private Condition isWantedBy(TargetDefinition target) {
        var wanted = new ArrayList<Condition>();
        for (var event : ENTITY_EVENTS) {
            var of =
                    types.all().stream()
                            .filter(type -> target.wants(event, type.name()))
                            .map(EntityType::id)
                            .toList();
            wanted.add(CHANGE_LOG.EVENT.eq(event.verb()).and(CHANGE_LOG.TYPE_ID.in(of)));
        }
        return or(wanted);
    }

    private static List<byte[]> bytes(Collection<JobId> jobs) {
        return jobs.stream().map(Binary::of).toList();
    }
}
