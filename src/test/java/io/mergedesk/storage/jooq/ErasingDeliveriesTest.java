package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_ATTEMPT;
import static io.mergedesk.storage.jooq.schema.Tables.SYNC_JOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasingDeliveriesTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    private final TransactedDatabase database = new TransactedDatabase();

    @Test
    void what_was_sent_of_an_entity_goes_and_that_it_was_sent_stays() {
        var erased = new EntityId(UUID.randomUUID());
        var other = new EntityId(UUID.randomUUID());
        deliver(erased);
        deliver(other);

        int attempts =
                database.inTransaction(() -> new ErasingDeliveries(database.jooq()).erase(erased));

        assertThat(attempts).isEqualTo(1);
        assertThat(sentOf(erased)).isEqualTo("(erased)");
        assertThat(sentOf(other)).contains("Anna Miller");
        assertThat(
                        database.inTransaction(() ->
                                database.jooq().fetchCount(SYNC_JOB, SYNC_JOB.BODY.isNotNull())))
                .isEqualTo(1);
    }

    private String sentOf(EntityId entity) {
        return database.inTransaction(() ->
                database.jooq()
                        .select(SYNC_ATTEMPT.REQUEST)
                        .from(SYNC_ATTEMPT)
                        .join(SYNC_JOB)
                        .on(SYNC_JOB.ID.eq(SYNC_ATTEMPT.JOB_ID))
                        .where(SYNC_JOB.ENTITY_ID.eq(Binary.of(entity)))
                        .fetchSingle()
                        .value1());
    }

    private void deliver(EntityId entity) {
        var job = Binary.of(UUID.randomUUID());
        database.inTransaction(() ->
                database.jooq()
                                .insertInto(SYNC_JOB)
                                .set(SYNC_JOB.ID, job)
                                .set(SYNC_JOB.TARGET_ID, 1)
                                .set(SYNC_JOB.ENTITY_ID, Binary.of(entity))
                                .set(SYNC_JOB.TYPE_ID, 1)
                                .set(SYNC_JOB.REVISION, 1L)
                                .set(SYNC_JOB.EVENT, "entity:created")
                                .set(SYNC_JOB.STATE, "dead")
                                .set(SYNC_JOB.ATTEMPTS, 1)
                                .set(SYNC_JOB.CREATED_AT, NOON)
                                .set(SYNC_JOB.BODY, "{\"name\":\"Anna Miller\"}")
                                .execute()
                        + database.jooq()
                                .insertInto(SYNC_ATTEMPT)
                                .set(SYNC_ATTEMPT.JOB_ID, job)
                                .set(SYNC_ATTEMPT.ATTEMPT, 1)
                                .set(SYNC_ATTEMPT.TARGET_ID, 1)
                                .set(SYNC_ATTEMPT.TRIED_AT, NOON)
                                .set(SYNC_ATTEMPT.TOOK_MICROS, 1_000L)
                                .set(SYNC_ATTEMPT.OUTCOME, "refused")
                                .set(SYNC_ATTEMPT.STATUS, 400)
                                .set(SYNC_ATTEMPT.REQUEST, "POST / {\"name\":\"Anna Miller\"}")
                                .set(SYNC_ATTEMPT.ANSWER, "no Anna Miller")
                                .execute());
    }
}
