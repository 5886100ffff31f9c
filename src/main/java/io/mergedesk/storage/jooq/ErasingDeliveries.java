package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REFUSAL;
import static org.jooq.impl.DSL.select;

import io.mergedesk.common.EntityId;
import org.jooq.DSLContext;

/// Erases what the delivery log keeps of an entity: what was sent of it and answered, what admins
/// wrote in place of that, and what others sent about it and was refused. That it was sent, when,
/// where to and where from, stays.
final class ErasingDeliveries {

    private static final String ERASED = "(erased)";

    private final DSLContext sql;

    ErasingDeliveries(DSLContext sql) {
        this.sql = sql;
    }

    /// @return how many attempts there were
    int erase(EntityId entity) {
        var id = Binary.of(entity);
        sql.update(SYNC_JOB)
                .setNull(SYNC_JOB.BODY)
                .where(SYNC_JOB.ENTITY_ID.eq(id))
                .and(SYNC_JOB.BODY.isNotNull())
                .execute();
        sql.update(SYNC_REFUSAL)
                .set(SYNC_REFUSAL.BODY, ERASED)
                .set(SYNC_REFUSAL.PROBLEM, ERASED)
                .where(SYNC_REFUSAL.ENTITY_ID.eq(id))
                .or(SYNC_REFUSAL.HOLDER_ID.eq(id))
                .execute();
        return sql.update(SYNC_ATTEMPT)
                .set(SYNC_ATTEMPT.REQUEST, ERASED)
                .set(SYNC_ATTEMPT.ANSWER, "")
                .where(
                        SYNC_ATTEMPT.JOB_ID.in(
                                select(SYNC_JOB.ID)
                                        .from(SYNC_JOB)
                                        .where(SYNC_JOB.ENTITY_ID.eq(id))))
                .execute();
    }
}
