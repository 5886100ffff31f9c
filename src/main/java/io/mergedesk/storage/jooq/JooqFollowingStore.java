package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_ATTENTION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.Following;
import io.mergedesk.desk.FollowingStore;
import io.mergedesk.storage.jooq.schema.tables.records.EntityAttentionRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who follows what, in MariaDB. What they are told is asked of the history: for each followed
/// entity one step down the index of its revisions.
@Repository
class JooqFollowingStore implements FollowingStore {

    private final DSLContext sql;

    JooqFollowingStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Following> find(UserId person, EntityId entity) {
        return sql.selectFrom(ENTITY_ATTENTION)
                .where(isOf(person, entity))
                .fetchOptional(JooqFollowingStore::read);
    }

    @Override
    public List<Following> of(UserId person) {
        return sql.selectFrom(ENTITY_ATTENTION)
                .where(ENTITY_ATTENTION.PERSON.eq(person.value()))
                .orderBy(ENTITY_ATTENTION.ENTITY_ID)
                .fetch(JooqFollowingStore::read);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Following following) {
        var row = sql.newRecord(ENTITY_ATTENTION);
        row.setPerson(following.person().value());
        row.setEntityId(Binary.of(following.entity()));
        row.setAttention(following.attention().wireName());
        row.setToldFrom(following.from().number());
        row.setSeenRevision(following.seen().number());
        sql.insertInto(ENTITY_ATTENTION).set(row).onDuplicateKeyUpdate().set(row).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UserId person, EntityId entity) {
        sql.deleteFrom(ENTITY_ATTENTION).where(isOf(person, entity)).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void see(UserId person, EntityId entity, Revision from, Revision seen) {
        sql.update(ENTITY_ATTENTION)
                .set(ENTITY_ATTENTION.TOLD_FROM, from.number())
                .set(ENTITY_ATTENTION.SEEN_REVISION, seen.number())
                .where(isOf(person, entity))
                .and(ENTITY_ATTENTION.SEEN_REVISION.lt(seen.number()))
                .execute();
    }

    @Override
    public List<Moved> moved(UserId person) {
        return moved(person, noCondition());
    }

    @Override
    public Optional<Moved> moved(UserId person, EntityId entity) {
        return moved(person, ENTITY_ATTENTION.ENTITY_ID.eq(Binary.of(entity))).stream().findFirst();
    }

    private List<Moved> moved(UserId person, Condition which) {
        var theirs = CHANGE_LOG.as("theirs");
        var newest =
                field(
                        select(theirs.REVISION)
                                .from(theirs)
                                .where(theirs.ENTITY_ID.eq(ENTITY_ATTENTION.ENTITY_ID))
                                .and(theirs.REVISION.gt(ENTITY_ATTENTION.TOLD_FROM))
                                .and(theirs.AUTHOR.ne(person.value()))
                                .orderBy(theirs.REVISION.desc())
                                .limit(1));
        return sql.select(ENTITY_ATTENTION, CHANGE_LOG.REVISION, CHANGE_LOG.CHANGED_AT)
                .from(ENTITY_ATTENTION)
                .join(CHANGE_LOG)
                .on(CHANGE_LOG.ENTITY_ID.eq(ENTITY_ATTENTION.ENTITY_ID))
                .and(CHANGE_LOG.REVISION.eq(newest))
                .where(ENTITY_ATTENTION.PERSON.eq(person.value()))
                .and(ENTITY_ATTENTION.ATTENTION.eq(Attention.FOLLOW.wireName()))
                .and(which)
                .orderBy(CHANGE_LOG.CHANGED_AT.desc())
                .fetch(row ->
                        new Moved(
                                read(row.value1()),
                                new Revision(row.value2()),
                                Utc.instant(row.value3())));
    }

    private static Condition isOf(UserId person, EntityId entity) {
        return ENTITY_ATTENTION
                .PERSON
                .eq(person.value())
                .and(ENTITY_ATTENTION.ENTITY_ID.eq(Binary.of(entity)));
    }

    private static Following read(EntityAttentionRecord row) {
        return new Following(
                new UserId(row.getPerson()),
                Binary.entityId(row.getEntityId()),
                Attention.parse(row.getAttention()).orElseThrow(),
                new Revision(row.getToldFrom()),
                new Revision(row.getSeenRevision()));
    }
}
