package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.sync.EditStatus;
import io.mergedesk.sync.EditStatuses;
import io.mergedesk.sync.EditSync;
import io.mergedesk.sync.JobEnd;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// What became of edits, from the jobs of MariaDB.
@Repository
class JooqEditStatuses implements EditStatuses {

    private final DSLContext sql;

    JooqEditStatuses(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<Revision, EditSync> of(EntityId entity, Collection<Revision> revisions) {
        if (revisions.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Revision, SortedMap<String, EditStatus>>();
        sql.select(SYNC_JOB.REVISION, SYNC_TARGET.NAME, SYNC_JOB.STATE, SYNC_ATTEMPT.OUTCOME)
                .from(SYNC_JOB)
                .join(SYNC_TARGET)
                .on(SYNC_TARGET.TARGET_ID.eq(SYNC_JOB.TARGET_ID), SYNC_TARGET.REMOVED_AT.isNull())
                .leftJoin(SYNC_ATTEMPT)
                .on(SYNC_ATTEMPT.JOB_ID.eq(SYNC_JOB.ID), SYNC_ATTEMPT.ATTEMPT.eq(SYNC_JOB.ATTEMPTS))
                .where(SYNC_JOB.ENTITY_ID.eq(Binary.of(entity)))
                .and(SYNC_JOB.REVISION.in(revisions.stream().map(Revision::number).toList()))
                .and(SYNC_JOB.CONFLICT_ID.isNull())
                .forEach(row ->
                        EditStatus.of(
                                        JobEnd.parse(row.value3()),
                                        Objects.requireNonNullElse(row.value4(), ""))
                                .ifPresent(status ->
                                        found.computeIfAbsent(
                                                        new Revision(row.value1()),
                                                        _ -> new TreeMap<>())
                                                .put(row.value2(), status)));
        return found.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, one -> new EditSync(one.getValue())));
    }
}
