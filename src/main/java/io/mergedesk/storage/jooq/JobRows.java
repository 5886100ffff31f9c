package io.mergedesk.storage.jooq;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventName;
import io.mergedesk.storage.jooq.schema.tables.records.SyncJobRecord;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.TargetId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Jobs to rows and back.
final class JobRows {

    private final Types types;

    JobRows(Types types) {
        this.types = types;
    }

    static List<byte[]> ids(Collection<JobId> jobs) {
        return jobs.stream().map(Binary::of).toList();
    }

    Job read(SyncJobRecord row) {
        return new Job(
                new JobId(Binary.uuid(row.getId())),
                new TargetId(row.getTargetId()),
                new EntityId(Binary.uuid(row.getEntityId())),
                types.byId(row.getTypeId()).name(),
                new Revision(row.getRevision()),
                EventName.parse(row.getEvent()).orElseThrow(),
                Optional.ofNullable(row.getConflictId()).map(Binary::conflictId),
                row.getAttempts(),
                Utc.instant(row.getCreatedAt()),
                Optional.ofNullable(row.getProblem()),
                Optional.ofNullable(row.getBody()));
    }

    /// A job that is still to be done.
    SyncJobRecord write(Job job) {
        var row = new SyncJobRecord();
        row.setId(Binary.of(job.id()));
        row.setTargetId(job.target().number());
        row.setEntityId(Binary.of(job.entity()));
        row.setTypeId(types.get(job.type()).id());
        row.setRevision(job.revision().number());
        row.setEvent(job.event().wireName());
        row.setConflictId(job.conflict().map(Binary::of).orElse(null));
        row.setState(JobEnd.OPEN.wireName());
        row.setAttempts(job.attempts());
        row.setCreatedAt(Utc.of(job.createdAt()));
        row.setProblem(job.problem().orElse(null));
        row.setBody(job.body().orElse(null));
        return row;
    }
}
