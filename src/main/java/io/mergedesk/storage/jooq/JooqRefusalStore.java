package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SYNC_REFUSAL;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sha256;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.storage.jooq.schema.tables.records.SyncRefusalRecord;
import io.mergedesk.sync.Refusal;
import io.mergedesk.sync.RefusalId;
import io.mergedesk.sync.RefusalStore;
import io.mergedesk.sync.TargetId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Refusals in MariaDB. Keys and bodies are compared by their hashes, as texts of the database are
/// the same whatever their case.
@Repository
class JooqRefusalStore implements RefusalStore {

    private static final String OPEN = "open";

    private final DSLContext sql;

    JooqRefusalStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Refusal keep(Refusal refusal) {
        var row = new SyncRefusalRecord();
        row.setId(Binary.of(refusal.id().value()));
        row.setTargetId(refusal.target().number());
        row.setAuthor(refusal.author().value());
        row.setMessageKey(refusal.key());
        row.setMessageHash(messageHash(refusal.target(), refusal.key()));
        row.setBodyHash(hash(refusal.body()));
        row.setBody(refusal.body());
        row.setProblem(refusal.problem());
        row.setEntityId(refusal.about().map(Revised::entity).map(Binary::of).orElse(null));
        row.setBaseRevision(refusal.about().map(one -> one.revision().number()).orElse(null));
        row.setHolderId(refusal.holder().map(Binary::of).orElse(null));
        row.setReceivedAt(Utc.of(refusal.receivedAt()));
        row.setState(OPEN);
        sql.insertInto(SYNC_REFUSAL)
                .set(row)
                .onDuplicateKeyUpdate()
                .set(SYNC_REFUSAL.PROBLEM, excluded(SYNC_REFUSAL.PROBLEM))
                .set(SYNC_REFUSAL.HOLDER_ID, excluded(SYNC_REFUSAL.HOLDER_ID))
                .execute();
        return find(refusal.target(), refusal.key(), refusal.body()).orElseThrow();
    }

    @Override
    public Optional<Refusal> find(RefusalId id) {
        return sql.selectFrom(SYNC_REFUSAL).where(is(id)).fetchOptional(JooqRefusalStore::read);
    }

    @Override
    public Optional<Refusal> find(TargetId target, String key, String body) {
        return sql.selectFrom(SYNC_REFUSAL)
                .where(SYNC_REFUSAL.MESSAGE_HASH.eq(messageHash(target, key)))
                .and(SYNC_REFUSAL.BODY_HASH.eq(hash(body)))
                .fetchOptional(JooqRefusalStore::read);
    }

    @Override
    public List<Refusal> page(boolean open, Optional<RefusalId> before, int limit) {
        return sql.selectFrom(SYNC_REFUSAL)
                .where(open ? SYNC_REFUSAL.STATE.eq(OPEN) : SYNC_REFUSAL.STATE.ne(OPEN))
                .and(
                        before.map(one -> SYNC_REFUSAL.ID.lt(Binary.of(one.value())))
                                .orElse(noCondition()))
                .orderBy(SYNC_REFUSAL.ID.desc())
                .limit(limit)
                .fetch(JooqRefusalStore::read);
    }

    @Override
    public long open() {
        return sql.fetchCount(SYNC_REFUSAL, SYNC_REFUSAL.STATE.eq(OPEN));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(RefusalId id, Refusal.End end) {
        return sql.update(SYNC_REFUSAL)
                        .set(SYNC_REFUSAL.STATE, end.how().wireName())
                        .set(SYNC_REFUSAL.ENDED_BY, end.by().value())
                        .set(SYNC_REFUSAL.ENDED_AT, Utc.of(end.at()))
                        .set(SYNC_REFUSAL.REASON, end.reason())
                        .where(is(id))
                        .and(SYNC_REFUSAL.STATE.eq(OPEN))
                        .execute()
                == 1;
    }

    private static Condition is(RefusalId id) {
        return SYNC_REFUSAL.ID.eq(Binary.of(id.value()));
    }

    private static byte[] messageHash(TargetId target, String key) {
        return hash(target.number() + " " + key);
    }

    private static byte[] hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal read(SyncRefusalRecord row) {
        return new Refusal(
                new RefusalId(Binary.uuid(row.getId())),
                new TargetId(row.getTargetId()),
                new UserId(row.getAuthor()),
                row.getMessageKey(),
                row.getBody(),
                row.getProblem(),
                entity(row.getEntityId())
                        .map(entity -> new Revised(entity, new Revision(row.getBaseRevision()))),
                entity(row.getHolderId()),
                Utc.instant(row.getReceivedAt()),
                row.getState().equals(OPEN) ? Optional.empty() : Optional.of(end(row)));
    }

    private static Optional<EntityId> entity(byte @Nullable [] id) {
        return Optional.ofNullable(id).map(Binary::entityId);
    }

    private static Refusal.End end(SyncRefusalRecord row) {
        return new Refusal.End(
                Refusal.How.parse(row.getState()),
                new UserId(row.getEndedBy()),
                Utc.instant(row.getEndedAt()),
                row.getReason());
    }
}
