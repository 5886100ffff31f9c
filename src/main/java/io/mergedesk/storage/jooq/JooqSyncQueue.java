package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.AWAITING;
import static io.mergedesk.storage.jooq.LaneRows.FREE;
import static io.mergedesk.storage.jooq.LaneRows.HELD;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_HELD_TYPE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static org.jooq.impl.DSL.min;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Types;
import io.mergedesk.sync.Due;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.Lease;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The queue in MariaDB. A claim looks at free lanes only, through one index in its order, and
/// skips what others are claiming; so neither a backlog of resting lanes nor a busy neighbour slows
/// it down.
@Repository
class JooqSyncQueue implements SyncQueue {

    private final DSLContext sql;
    private final Types types;
    private final JobRows jobs;
    private final LaneRows lanes;
    private final LeaseWriter leases;

    JooqSyncQueue(DSLContext sql, Types types) {
        this.sql = sql;
        this.types = types;
        this.jobs = new JobRows(types);
        this.lanes = new LaneRows(sql, types);
        this.leases = new LeaseWriter(sql, jobs);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Job> added, Map<TargetId, Priority> priority) {
        if (added.isEmpty()) {
            return;
        }
        sql.batchInsert(added.stream().map(jobs::write).toList()).execute();
        lanes.add(added, priority);
    }

    @Override
    public List<Due> due() {
        var first = min(SYNC_LANE.DUE_AT);
        return sql.select(SYNC_LANE.TARGET_ID, SYNC_LANE.PRIORITY, first, LaneRows.now())
                .from(SYNC_LANE)
                .where(SYNC_LANE.STANDING.eq(FREE))
                .groupBy(SYNC_LANE.TARGET_ID, SYNC_LANE.PRIORITY)
                .fetch(row ->
                        new Due(
                                new TargetId(row.value1()),
                                Priority.ofRank(row.value2()),
                                Duration.of(
                                        ChronoUnit.MICROS.between(row.value4(), row.value3()),
                                        ChronoUnit.MICROS)));
    }

    @Override
    @Transactional
    public List<Lease> lease(
            TargetId target, Priority priority, UUID owner, int most, int each, Duration lease) {
        return leases.take(target, priority, owner, most, each, lease);
    }

    @Override
    @Transactional
    public void renew(UUID owner, Set<LaneKey> held, Duration lease) {
        var entities = new TreeMap<TargetId, List<byte[]>>();
        for (var lane : new TreeSet<>(held)) {
            entities.computeIfAbsent(lane.target(), _ -> new ArrayList<>())
                    .add(Binary.of(lane.entity()));
        }
        entities.forEach((target, of) ->
                sql.update(SYNC_LANE)
                        .set(SYNC_LANE.LEASE_UNTIL, LaneRows.in(lease))
                        .where(SYNC_LANE.TARGET_ID.eq(target.number()))
                        .and(SYNC_LANE.ENTITY_ID.in(of))
                        .and(SYNC_LANE.STANDING.eq(LEASED))
                        .and(SYNC_LANE.LEASE_UNTIL.gt(LaneRows.now()))
                        .and(SYNC_LANE.LEASE_OWNER.eq(Binary.of(owner)))
                        .execute());
    }

    @Override
    @Transactional
    public List<Settled> settle(UUID owner, List<Settled> done) {
        return leases.settle(owner, done);
    }

    @Override
    @Transactional
    public int freeExpired() {
        return sql.update(SYNC_LANE)
                .set(SYNC_LANE.STANDING, LaneRows.freeOrHeld(SYNC_LANE.TYPE_ID))
                .where(SYNC_LANE.STANDING.eq(LEASED))
                .and(SYNC_LANE.LEASE_UNTIL.le(LaneRows.now()))
                .execute();
    }

    @Override
    @Transactional
    public void hurry(TargetId target) {
        sql.update(SYNC_LANE)
                .set(SYNC_LANE.DUE_AT, LaneRows.now())
                .where(SYNC_LANE.STANDING.eq(FREE))
                .and(SYNC_LANE.TARGET_ID.eq(target.number()))
                .and(SYNC_LANE.DUE_AT.gt(LaneRows.now()))
                .execute();
    }

    @Override
    @Transactional
    public void hold(Set<TypeName> held) {
        var ids = held.stream().map(name -> types.get(name).id()).toList();
        sql.deleteFrom(SYNC_HELD_TYPE).where(SYNC_HELD_TYPE.TYPE_ID.notIn(ids)).execute();
        for (int id : ids) {
            sql.insertInto(SYNC_HELD_TYPE)
                    .set(SYNC_HELD_TYPE.TYPE_ID, id)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
        sql.update(SYNC_LANE)
                .set(SYNC_LANE.STANDING, FREE)
                .where(SYNC_LANE.STANDING.eq(HELD))
                .and(SYNC_LANE.TYPE_ID.notIn(ids))
                .execute();
        if (!ids.isEmpty()) {
            sql.update(SYNC_LANE)
                    .set(SYNC_LANE.STANDING, HELD)
                    .where(SYNC_LANE.STANDING.eq(FREE))
                    .and(SYNC_LANE.TYPE_ID.in(ids))
                    .execute();
        }
    }

    @Override
    public Set<TypeName> held() {
        return new HashSet<>(
                sql.select(SYNC_HELD_TYPE.TYPE_ID)
                        .from(SYNC_HELD_TYPE)
                        .fetch(row -> types.byId(row.value1()).name()));
    }

    @Override
    public Set<ConflictId> awaited() {
        return new HashSet<>(
                sql.selectDistinct(SYNC_LANE.CONFLICT_ID)
                        .from(SYNC_LANE)
                        .where(SYNC_LANE.STANDING.eq(AWAITING))
                        .fetch(row -> Binary.conflictId(row.value1())));
    }

    @Override
    @Transactional
    public void release(Set<ConflictId> settled) {
        var waiting =
                SYNC_LANE
                        .STANDING
                        .eq(AWAITING)
                        .and(SYNC_LANE.CONFLICT_ID.in(settled.stream().map(Binary::of).toList()));
        sql.deleteFrom(SYNC_LANE).where(waiting).and(SYNC_LANE.OPEN_JOBS.eq(0)).execute();
        sql.update(SYNC_LANE)
                .set(SYNC_LANE.STANDING, LaneRows.freeOrHeld(SYNC_LANE.TYPE_ID))
                .setNull(SYNC_LANE.CONFLICT_ID)
                .set(SYNC_LANE.DUE_AT, LaneRows.now())
                .where(waiting)
                .execute();
    }

    @Override
    public Set<EntityId> pending(Collection<EntityId> entities) {
        if (entities.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                sql.selectDistinct(SYNC_LANE.ENTITY_ID)
                        .from(SYNC_LANE)
                        .where(SYNC_LANE.ENTITY_ID.in(entities.stream().map(Binary::of).toList()))
                        .and(SYNC_LANE.OPEN_JOBS.gt(0))
                        .fetch(row -> Binary.entityId(row.value1())));
    }

    @Override
    @Transactional
    public int clean(Duration age, int most) {
        return new FinishedJobs(sql).delete(age, most);
    }
}
