package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.AWAITING;
import static io.mergedesk.storage.jooq.LaneRows.FREE;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.when;

import io.mergedesk.common.Priority;
import io.mergedesk.storage.jooq.schema.tables.records.SyncLaneRecord;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.Lease;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Leases lanes and takes them back, many in one transaction.
final class LeaseWriter {

    private final DSLContext sql;
    private final LaneContents contents;
    private final DeliveryLog log;
    private final KeptStatement giveBack;
    private final KeptStatement removeEmpty;

    LeaseWriter(DSLContext sql, JobRows jobs) {
        this.sql = sql;
        this.contents = new LaneContents(sql, jobs);
        this.log = new DeliveryLog(sql);
        this.giveBack =
                new KeptStatement(
                        sql,
                        sql.update(SYNC_LANE)
                                .set(
                                        SYNC_LANE.OPEN_JOBS,
                                        SYNC_LANE.OPEN_JOBS.minus(param(SYNC_LANE.OPEN_JOBS)))
                                .set(
                                        SYNC_LANE.STANDING,
                                        when(param("awaiting", Boolean.class), inline(AWAITING))
                                                .otherwise(LaneRows.freeOrHeld(SYNC_LANE.TYPE_ID)))
                                .set(SYNC_LANE.CONFLICT_ID, param(SYNC_LANE.CONFLICT_ID))
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
                                .and(SYNC_LANE.STANDING.notIn(inline(LEASED), inline(AWAITING)))
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
        var first = contents.firstJobs(target, entities, each);
        var untold = contents.untold(target, entities);
        var tags = contents.tags(target, entities);
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

    List<Settled> settle(UUID owner, List<Settled> done) {
        var ordered =
                done.stream().sorted(Comparator.comparing(one -> one.lease().lane())).toList();
        var rows = new ArrayList<Object[]>();
        for (var one : ordered) {
            var lane = one.lease().lane();
            rows.add(
                    new @Nullable Object[] {
                        one.finished(),
                        one.awaits().isPresent(),
                        one.awaits().map(Binary::of).orElse(null),
                        one.pause().toNanos() / 1_000,
                        lane.target().number(),
                        Binary.of(lane.entity()),
                        one.lease().fence(),
                        Binary.of(owner)
                    });
        }
        int[] changed = giveBack.executeAll(rows);
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

    private static Object[] keyOf(LaneKey lane) {
        return new Object[] {lane.target().number(), Binary.of(lane.entity())};
    }
}
