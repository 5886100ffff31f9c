package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.FREE;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REMOTE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.rowNumber;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.storage.jooq.schema.tables.records.SyncJobRecord;
import io.mergedesk.storage.jooq.schema.tables.records.SyncLaneRecord;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.Lease;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Leases lanes and takes them back, many in one transaction.
final class LeaseWriter {

    private final DSLContext sql;
    private final JobRows jobs;
    private final DeliveryLog log;
    private final KeptStatement giveBack;
    private final KeptStatement removeEmpty;

    LeaseWriter(DSLContext sql, JobRows jobs) {
        this.sql = sql;
        this.jobs = jobs;
        this.log = new DeliveryLog(sql);
        this.giveBack =
                new KeptStatement(
                        sql,
                        sql.update(SYNC_LANE)
                                .set(
                                        SYNC_LANE.OPEN_JOBS,
                                        SYNC_LANE.OPEN_JOBS.minus(param(SYNC_LANE.OPEN_JOBS)))
                                .set(SYNC_LANE.STANDING, LaneRows.freeOrHeld(SYNC_LANE.TYPE_ID))
                                .set(SYNC_LANE.DUE_AT, LaneRows.in(param("pause", Long.class)))
                                .set(SYNC_LANE.LEASE_OWNER, inline(null, SYNC_LANE.LEASE_OWNER))
                                .set(SYNC_LANE.LEASE_UNTIL, inline(null, SYNC_LANE.LEASE_UNTIL))
                                .where(SYNC_LANE.TARGET_ID.eq(param(SYNC_LANE.TARGET_ID)))
                                .and(SYNC_LANE.ENTITY_ID.eq(param(SYNC_LANE.ENTITY_ID)))
                                .and(SYNC_LANE.STANDING.eq(inline(LEASED)))
                                .and(SYNC_LANE.FENCE.eq(param(SYNC_LANE.FENCE)))
                                .and(SYNC_LANE.LEASE_OWNER.eq(param(SYNC_LANE.LEASE_OWNER))));
        this.removeEmpty =
                new KeptStatement(
                        sql,
                        sql.deleteFrom(SYNC_LANE)
                                .where(SYNC_LANE.TARGET_ID.eq(param(SYNC_LANE.TARGET_ID)))
                                .and(SYNC_LANE.ENTITY_ID.eq(param(SYNC_LANE.ENTITY_ID)))
                                .and(SYNC_LANE.STANDING.ne(inline(LEASED)))
                                .and(SYNC_LANE.OPEN_JOBS.eq(inline(0))));
    }

    List<Lease> take(
            TargetId target, Priority priority, UUID owner, int most, int each, Duration time) {
        var free =
                sql.selectFrom(SYNC_LANE)
                        .where(SYNC_LANE.STANDING.eq(FREE))
                        .and(SYNC_LANE.TARGET_ID.eq(target.number()))
                        .and(SYNC_LANE.PRIORITY.eq((byte) priority.rank()))
                        .and(SYNC_LANE.DUE_AT.le(LaneRows.now()))
                        .orderBy(SYNC_LANE.DUE_AT)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()
                        .fetch();
        if (free.isEmpty()) {
            return List.of();
        }
        var entities = free.map(SyncLaneRecord::getEntityId);
        sql.update(SYNC_LANE)
                .set(SYNC_LANE.STANDING, LEASED)
                .set(SYNC_LANE.LEASE_OWNER, Binary.of(owner))
                .set(SYNC_LANE.LEASE_UNTIL, LaneRows.in(time))
                .set(SYNC_LANE.FENCE, SYNC_LANE.FENCE.plus(1))
                .where(SYNC_LANE.TARGET_ID.eq(target.number()))
                .and(SYNC_LANE.ENTITY_ID.in(entities))
                .execute();
        var first = firstJobs(target, entities, each);
        var untold = untold(target, entities);
        var tags = tags(target, entities);
        return free.map(lane -> {
            var entity = Binary.entityId(lane.getEntityId());
            return new Lease(
                    new LaneKey(target, entity),
                    priority,
                    lane.getFence() + 1,
                    first.getOrDefault(entity, List.of()),
                    untold.getOrDefault(entity, List.of()),
                    Optional.ofNullable(tags.get(entity)));
        });
    }

    /// The first jobs of each lane, in their order.
    private Map<EntityId, List<Job>> firstJobs(TargetId target, List<byte[]> entities, int each) {
        var place =
                rowNumber()
                        .over()
                        .partitionBy(SYNC_JOB.ENTITY_ID)
                        .orderBy(SYNC_JOB.REVISION, SYNC_JOB.ID)
                        .as("place");
        var numbered =
                sql.select(SYNC_JOB.asterisk(), place)
                        .from(SYNC_JOB)
                        .where(SYNC_JOB.STATE.eq(JobEnd.OPEN.wireName()))
                        .and(SYNC_JOB.TARGET_ID.eq(target.number()))
                        .and(SYNC_JOB.ENTITY_ID.in(entities))
                        .asTable("numbered");
        var found = new HashMap<EntityId, List<Job>>();
        sql.select(numbered.fields())
                .from(numbered)
                .where(DSL.field(DSL.name("place"), Integer.class).le(each))
                .orderBy(DSL.field(DSL.name("place")))
                .fetchInto(SyncJobRecord.class)
                .forEach(row -> {
                    var job = jobs.read(row);
                    found.computeIfAbsent(job.entity(), _ -> new ArrayList<>()).add(job);
                });
        return found;
    }

    /// What the other system did not take as its record had changed, and still has not heard of.
    private Map<EntityId, List<Job>> untold(TargetId target, List<byte[]> entities) {
        var found = new HashMap<EntityId, List<Job>>();
        sql.select(SYNC_JOB.fields())
                .from(SYNC_JOB)
                .join(SYNC_ATTEMPT)
                .on(
                        SYNC_ATTEMPT.JOB_ID.eq(SYNC_JOB.ID),
                        SYNC_ATTEMPT.ATTEMPT.eq(SYNC_JOB.ATTEMPTS),
                        SYNC_ATTEMPT.OUTCOME.in(inline("merged"), inline("conflict")))
                .where(SYNC_JOB.STATE.eq(JobEnd.DEAD.wireName()))
                .and(SYNC_JOB.TARGET_ID.eq(target.number()))
                .and(SYNC_JOB.ENTITY_ID.in(entities))
                .orderBy(SYNC_JOB.REVISION, SYNC_JOB.ID)
                .fetchInto(SyncJobRecord.class)
                .forEach(row -> {
                    var job = jobs.read(row);
                    found.computeIfAbsent(job.entity(), _ -> new ArrayList<>()).add(job);
                });
        return found;
    }

    private Map<EntityId, String> tags(TargetId target, List<byte[]> entities) {
        var found = new HashMap<EntityId, String>();
        sql.selectFrom(SYNC_REMOTE)
                .where(SYNC_REMOTE.TARGET_ID.eq(target.number()))
                .and(SYNC_REMOTE.ENTITY_ID.in(entities))
                .forEach(row -> found.put(Binary.entityId(row.getEntityId()), row.getEtag()));
        return found;
    }

    List<Settled> settle(UUID owner, List<Settled> done) {
        var ordered =
                done.stream().sorted(Comparator.comparing(one -> one.lease().lane())).toList();
        int[] changed =
                giveBack.executeAll(ordered.stream().map(one -> valuesOf(one, owner)).toList());
        var kept = new ArrayList<Settled>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 1) {
                kept.add(ordered.get(i));
            }
        }
        log.note(kept);
        var empty =
                kept.stream()
                        .filter(one -> one.finished() > 0)
                        .map(one -> keyOf(one.lease().lane()))
                        .toList();
        if (!empty.isEmpty()) {
            removeEmpty.executeAll(empty);
        }
        return kept;
    }

    private static Object[] valuesOf(Settled one, UUID owner) {
        var lane = one.lease().lane();
        return new Object[] {
            one.finished(),
            one.pause().toNanos() / 1_000,
            lane.target().number(),
            Binary.of(lane.entity()),
            one.lease().fence(),
            Binary.of(owner)
        };
    }

    private static Object[] keyOf(LaneKey lane) {
        return new Object[] {lane.target().number(), Binary.of(lane.entity())};
    }
}
