package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;

import io.mergedesk.sync.JobEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Jobs that nobody waits for any more.
final class FinishedJobs {

    private static final List<JobEnd> FINISHED = List.of(JobEnd.DONE, JobEnd.SKIPPED);

    private final DSLContext sql;

    FinishedJobs(DSLContext sql) {
        this.sql = sql;
    }

    /// @return how many jobs
    int delete(Duration age, int most) {
        var ids = new ArrayList<byte[]>();
        for (var end : FINISHED) {
            ids.addAll(
                    sql.select(SYNC_JOB.ID)
                            .from(SYNC_JOB)
                            .where(SYNC_JOB.STATE.eq(end.wireName()))
                            .and(SYNC_JOB.FINISHED_AT.lt(LaneRows.in(age.negated())))
                            .orderBy(SYNC_JOB.FINISHED_AT)
                            .limit(most - ids.size())
                            .forUpdate()
                            .skipLocked()
                            .fetch(SYNC_JOB.ID));
        }
        if (!ids.isEmpty()) {
            sql.deleteFrom(SYNC_ATTEMPT).where(SYNC_ATTEMPT.JOB_ID.in(ids)).execute();
            sql.deleteFrom(SYNC_JOB).where(SYNC_JOB.ID.in(ids)).execute();
        }
        return ids.size();
    }
}
