package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_TARGET;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/// What a target wants and was never to be told, as jobs that are not there yet.
final class MissedJobs {

    private static final List<EventName> ENTITY_EVENTS =
            List.of(EventName.ENTITY_CREATED, EventName.ENTITY_UPDATED, EventName.ENTITY_DELETED);

    private final DSLContext sql;
    private final Types types;
    private final EntityIds ids;
    private final InstantSource clock;

    MissedJobs(DSLContext sql, Types types, EntityIds ids, InstantSource clock) {
        this.sql = sql;
        this.types = types;
        this.ids = ids;
        this.clock = clock;
    }

    /// @return in the order of the changes
    List<Job> of(Target target, Sequence after, Sequence until, int limit) {
        // whoever asks the same at the same time finds what this one adds
        sql.selectOne()
                .from(SYNC_TARGET)
                .where(SYNC_TARGET.TARGET_ID.eq(target.id().number()))
                .forUpdate()
                .execute();
        var rows = new ChangeRows(types);
        var now = clock.instant();
        return sql
                .selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.gt(after.number()))
                .and(CHANGE_LOG.SEQUENCE.le(until.number()))
                .and(isWantedBy(target.definition()))
                .and(
                        notExists(
                                selectOne()
                                        .from(SYNC_JOB)
                                        .where(SYNC_JOB.ENTITY_ID.eq(CHANGE_LOG.ENTITY_ID))
                                        .and(SYNC_JOB.REVISION.eq(CHANGE_LOG.REVISION))
                                        .and(SYNC_JOB.TARGET_ID.eq(target.id().number()))
                                        .and(SYNC_JOB.CONFLICT_ID.isNull())))
                .orderBy(CHANGE_LOG.SEQUENCE)
                .limit(limit)
                .fetch(rows::read)
                .stream()
                .map(change -> Job.of(new JobId(ids.next().value()), target.id(), change, now))
                .toList();
    }

    private Condition isWantedBy(TargetDefinition target) {
        var wanted = new ArrayList<Condition>();
        for (var event : ENTITY_EVENTS) {
            var of =
                    types.all().stream()
                            .filter(type -> target.wants(event, type.name()))
                            .map(EntityType::id)
                            .toList();
            wanted.add(CHANGE_LOG.EVENT.eq(event.verb()).and(CHANGE_LOG.TYPE_ID.in(of)));
        }
        return or(wanted);
    }
}
