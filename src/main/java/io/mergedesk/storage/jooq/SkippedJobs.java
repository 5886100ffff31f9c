package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.LaneRows.AWAITING;
import static io.mergedesk.storage.jooq.LaneRows.LEASED;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_LANE;

import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;

/// Ends jobs that nobody wants delivered.
final class SkippedJobs {

    private final DSLContext sql;
    private final JobRows jobs;

    SkippedJobs(DSLContext sql, JobRows jobs) {
        this.sql = sql;
        this.jobs = jobs;
    }

    /// @return how many were skipped; what is being delivered is not
    int skip(Collection<JobId> wanted) {
        int skipped = end(wanted, JobEnd.DEAD);
        for (var job :
                sql.selectFrom(SYNC_JOB)
                        .where(SYNC_JOB.ID.in(JobRows.ids(wanted)))
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
                .where(SYNC_JOB.ID.in(JobRows.ids(wanted)))
                .and(SYNC_JOB.STATE.eq(from.wireName()))
                .execute();
    }
}
