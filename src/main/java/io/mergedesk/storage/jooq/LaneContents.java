package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REMOTE;
import static org.jooq.impl.DSL.rowNumber;

import io.mergedesk.common.EntityId;
import io.mergedesk.storage.jooq.schema.tables.records.SyncJobRecord;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/// What is in lanes that were leased.
record LaneContents(DSLContext sql, JobRows jobs) {

    private static final List<Param<String>> SETTLED_HERE =
            AttemptLine.SETTLED_HERE.stream().sorted().map(DSL::inline).toList();

    /// The first jobs of each lane, in their order.
    Map<EntityId, List<Job>> firstJobs(TargetId target, List<byte[]> entities, int each) {
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
        return byEntity(
                sql.select(numbered.fields())
                        .from(numbered)
                        .where(DSL.field(DSL.name("place"), Integer.class).le(each))
                        .orderBy(DSL.field(DSL.name("place"))));
    }

    /// What the other system did not take as its record had changed, and still has not heard of.
    Map<EntityId, List<Job>> untold(TargetId target, List<byte[]> entities) {
        return byEntity(
                sql.select(SYNC_JOB.fields())
                        .from(SYNC_JOB)
                        .join(SYNC_ATTEMPT)
                        .on(
                                SYNC_ATTEMPT.JOB_ID.eq(SYNC_JOB.ID),
                                SYNC_ATTEMPT.ATTEMPT.eq(SYNC_JOB.ATTEMPTS),
                                SYNC_ATTEMPT.OUTCOME.in(SETTLED_HERE))
                        .where(SYNC_JOB.STATE.eq(JobEnd.DEAD.wireName()))
                        .and(SYNC_JOB.TARGET_ID.eq(target.number()))
                        .and(SYNC_JOB.ENTITY_ID.in(entities))
                        .orderBy(SYNC_JOB.REVISION, SYNC_JOB.ID));
    }

    private Map<EntityId, List<Job>> byEntity(ResultQuery<?> rows) {
        var found = new HashMap<EntityId, List<Job>>();
        rows.fetchInto(SyncJobRecord.class)
                .forEach(row -> {
                    var job = jobs.read(row);
                    found.computeIfAbsent(job.entity(), _ -> new ArrayList<>()).add(job);
                });
        return found;
    }

    /// What the other system last answered.
    Map<EntityId, String> tags(TargetId target, List<byte[]> entities) {
        var found = new HashMap<EntityId, String>();
        sql.selectFrom(SYNC_REMOTE)
                .where(SYNC_REMOTE.TARGET_ID.eq(target.number()))
                .and(SYNC_REMOTE.ENTITY_ID.in(entities))
                .forEach(row -> found.put(Binary.entityId(row.getEntityId()), row.getEtag()));
        return found;
    }
}
