package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.LEGAL_HOLD;

import io.mergedesk.audit.HoldId;
import io.mergedesk.audit.HoldStore;
import io.mergedesk.audit.LegalHold;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.jooq.schema.tables.records.LegalHoldRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Legal holds in MariaDB.
@Repository
class JooqHoldStore implements HoldStore {

    private final DSLContext sql;

    JooqHoldStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(LegalHold hold) {
        var row = new LegalHoldRecord();
        row.setId(Binary.of(hold.id().value()));
        row.setEntityId(hold.entity().map(Binary::of).orElse(null));
        row.setTypeName(hold.type().map(TypeName::value).orElse(null));
        row.setReason(hold.reason());
        row.setSetBy(hold.by().value());
        row.setSetAt(Utc.of(hold.at()));
        sql.insertInto(LEGAL_HOLD).set(row).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lift(HoldId hold, LegalHold.Lifted lifted) {
        return sql.update(LEGAL_HOLD)
                        .set(LEGAL_HOLD.LIFTED_BY, lifted.by().value())
                        .set(LEGAL_HOLD.LIFTED_AT, Utc.of(lifted.at()))
                        .where(LEGAL_HOLD.ID.eq(Binary.of(hold.value())))
                        .and(LEGAL_HOLD.LIFTED_AT.isNull())
                        .execute()
                == 1;
    }

    @Override
    public List<LegalHold> all() {
        return sql.selectFrom(LEGAL_HOLD)
                .orderBy(LEGAL_HOLD.SET_AT.desc(), LEGAL_HOLD.ID)
                .fetch(JooqHoldStore::read);
    }

    private static LegalHold read(LegalHoldRecord row) {
        return new LegalHold(
                new HoldId(Binary.uuid(row.getId())),
                Optional.ofNullable(row.getEntityId()).map(Binary::entityId),
                Optional.ofNullable(row.getTypeName()).map(TypeName::new),
                row.getReason(),
                new UserId(row.getSetBy()),
                Utc.instant(row.getSetAt()),
                Optional.ofNullable(row.getLiftedBy())
                        .map(by ->
                                new LegalHold.Lifted(
                                        new UserId(by), Utc.instant(row.getLiftedAt()))));
    }
}
