package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_HELD_TYPE;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import io.mergedesk.common.Priority;
import io.mergedesk.entities.Types;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// What stands in a lane's row, and how jobs get into one.
final class LaneRows {

    static final byte FREE = 0;
    static final byte LEASED = 1;
    static final byte HELD = 2;

    /// Until a conflict is settled.
    static final byte AWAITING = 3;

    /// Later than any fence of a lane that was there before, so that nobody who still holds a lease
    /// of that one is taken for who holds this one.
    private static final Field<Long> FIRST_FENCE =
            DSL.field(
                    "timestampdiff(microsecond, '1970-01-01', utc_timestamp(6))",
                    SQLDataType.BIGINT);

    private final Types types;
    private final KeptStatement upsert;

    LaneRows(DSLContext sql, Types types) {
        this.types = types;
        this.upsert =
                new KeptStatement(
                        sql,
                        sql.insertInto(
                                        SYNC_LANE,
                                        SYNC_LANE.TARGET_ID,
                                        SYNC_LANE.ENTITY_ID,
                                        SYNC_LANE.TYPE_ID,
                                        SYNC_LANE.PRIORITY,
                                        SYNC_LANE.STANDING,
                                        SYNC_LANE.OPEN_JOBS,
                                        SYNC_LANE.DUE_AT,
                                        SYNC_LANE.FENCE)
                                .values(
                                        param(SYNC_LANE.TARGET_ID),
                                        param(SYNC_LANE.ENTITY_ID),
                                        param(SYNC_LANE.TYPE_ID),
                                        param(SYNC_LANE.PRIORITY),
                                        freeOrHeld(param("held", Integer.class)),
                                        param(SYNC_LANE.OPEN_JOBS),
                                        now(),
                                        FIRST_FENCE)
                                .onDuplicateKeyUpdate()
                                .set(
                                        SYNC_LANE.OPEN_JOBS,
                                        SYNC_LANE.OPEN_JOBS.plus(excluded(SYNC_LANE.OPEN_JOBS)))
                                .set(
                                        SYNC_LANE.PRIORITY,
                                        least(SYNC_LANE.PRIORITY, excluded(SYNC_LANE.PRIORITY))));
    }

    private record Added(int type, int jobs) {}

    /// Counts the jobs in, making the lanes that are not there. In the order of the lanes, so that
    /// no two who do this wait for each other.
    void add(List<Job> jobs, Map<TargetId, Priority> priority) {
        var lanes = new TreeMap<LaneKey, Added>();
        for (var job : jobs) {
            lanes.merge(
                    job.lane(),
                    new Added(types.get(job.type()).id(), 1),
                    (one, other) -> new Added(one.type(), one.jobs() + other.jobs()));
        }
        var rows = new ArrayList<Object[]>();
        lanes.forEach((lane, added) ->
                rows.add(
                        new Object[] {
                            lane.target().number(),
                            Binary.of(lane.entity()),
                            added.type(),
                            (byte) Objects.requireNonNull(priority.get(lane.target())).rank(),
                            added.type(),
                            added.jobs()
                        }));
        upsert.executeAll(rows);
    }

    /// Where a lane that nobody leases stands: held back if its type is.
    static Field<Byte> freeOrHeld(Field<Integer> type) {
        return when(
                        exists(
                                selectOne()
                                        .from(SYNC_HELD_TYPE)
                                        .where(SYNC_HELD_TYPE.TYPE_ID.eq(type))),
                        inline(HELD))
                .otherwise(inline(FREE));
    }

    /// The time of the server, in UTC.
    static Field<LocalDateTime> now() {
        return DSL.field("utc_timestamp(6)", SQLDataType.LOCALDATETIME(6));
    }

    /// That much later than now.
    static Field<LocalDateTime> in(Duration time) {
        return in(DSL.val(time.toNanos() / 1_000));
    }

    /// @param micros how much later than now
    static Field<LocalDateTime> in(Field<Long> micros) {
        return DSL.field(
                "utc_timestamp(6) + interval {0} microsecond",
                SQLDataType.LOCALDATETIME(6), micros);
    }
}
