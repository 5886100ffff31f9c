package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.AUDIT_VISIT;

import io.mergedesk.audit.AuditVisits;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The last visits of admins to the audit trail, in MariaDB.
@Repository
class JooqAuditVisits implements AuditVisits {

    private final DSLContext sql;

    JooqAuditVisits(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> last(UserId person) {
        return sql.select(AUDIT_VISIT.VISITED_AT)
                .from(AUDIT_VISIT)
                .where(AUDIT_VISIT.PERSON.eq(person.value()))
                .fetchOptional(row -> Utc.instant(row.value1()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void visited(UserId person, Instant at) {
        sql.insertInto(AUDIT_VISIT)
                .set(AUDIT_VISIT.PERSON, person.value())
                .set(AUDIT_VISIT.VISITED_AT, Utc.of(at))
                .onDuplicateKeyUpdate()
                .set(AUDIT_VISIT.VISITED_AT, Utc.of(at))
                .execute();
    }
}
