package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.FREE;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;

/// How a job stands, by itself and by its lane.
final class JobStates {

    private JobStates() {}

    /// Of a job joined with its lane.
    static Field<String> state() {
        return when(isOpen().not(), SYNC_JOB.STATE)
                .when(isBehind(), inline(JobState.WAITING.wireName()))
                .when(SYNC_LANE.STANDING.eq(inline(LEASED)), inline(JobState.RUNNING.wireName()))
                .when(mayGo(), inline(JobState.READY.wireName()))
                .otherwise(inline(JobState.WAITING.wireName()))
                .as("state_now");
    }

    /// Of a job joined with its lane.
    static Condition condition(JobQuery query) {
        return and(
                Stream.of(
                                query.state().map(JobStates::condition),
                                query.target().map(one -> SYNC_JOB.TARGET_ID.eq(one.number())),
                                query.entity().map(one -> SYNC_JOB.ENTITY_ID.eq(Binary.of(one))),
                                query.priority().map(JobFigures::hasPriority),
                                query.before().map(one -> SYNC_JOB.ID.lt(Binary.of(one))))
                        .flatMap(Optional::stream)
                        .toList());
    }

    static Condition condition(JobState state) {
        return switch (state) {
            case DONE, DEAD, SKIPPED -> SYNC_JOB.STATE.eq(state.wireName());
            case RUNNING ->
                    isOpen().and(isBehind().not()).and(SYNC_LANE.STANDING.eq(inline(LEASED)));
            case READY -> isOpen().and(isBehind().not()).and(mayGo());
            case WAITING ->
                    isOpen().and(
                                    isBehind()
                                            .or(
                                                    SYNC_LANE
                                                            .STANDING
                                                            .ne(inline(LEASED))
                                                            .and(mayGo().not())));
        };
    }

    /// Of a job and the lane it is in: an open one, as finished ones are in none.
    static Condition isInLane() {
        return SYNC_LANE
                .TARGET_ID
                .eq(SYNC_JOB.TARGET_ID)
                .and(SYNC_LANE.ENTITY_ID.eq(SYNC_JOB.ENTITY_ID))
                .and(SYNC_JOB.STATE.eq(JobEnd.OPEN.wireName()));
    }

    private static Condition isOpen() {
        return SYNC_JOB.STATE.eq(inline(JobEnd.OPEN.wireName()));
    }

    private static Condition mayGo() {
        return SYNC_LANE.STANDING.eq(inline(FREE)).and(SYNC_LANE.DUE_AT.le(LaneRows.now()));
    }

    /// Whether an earlier job of its lane is open.
    private static Condition isBehind() {
        var earlier = SYNC_JOB.as("earlier");
        return exists(
                selectOne()
                        .from(earlier)
                        .where(earlier.STATE.eq(inline(JobEnd.OPEN.wireName())))
                        .and(earlier.TARGET_ID.eq(SYNC_JOB.TARGET_ID))
                        .and(earlier.ENTITY_ID.eq(SYNC_JOB.ENTITY_ID))
                        .and(
                                earlier.REVISION
                                        .lt(SYNC_JOB.REVISION)
                                        .or(
                                                earlier.REVISION
                                                        .eq(SYNC_JOB.REVISION)
                                                        .and(earlier.ID.lt(SYNC_JOB.ID)))));
    }
}
