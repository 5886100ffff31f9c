package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.NOTICE;
import static io.mergedesk.storage.jooq.schema.Tables.NOTICE_READ;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.NoticeRecord;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Notices in MariaDB.
@Repository
class JooqNoticeStore implements NoticeStore {

    private static final List<String> OF_WAITING = names(Notice.Kind::isOfWaiting);
    private static final List<String> TOGETHER = names(Notice.Kind::isToldTogether);

    /// To ask for the newest.
    private static final io.mergedesk.storage.jooq.schema.tables.Notice NEWER = NOTICE.as("newer");

    private final DSLContext sql;
    private final Types types;

    JooqNoticeStore(DSLContext sql, Types types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Notice> notices) {
        sql.batchInsert(notices.stream().map(this::write).toList()).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<ConflictId> conflicts) {
        sql.deleteFrom(NOTICE)
                .where(NOTICE.CONFLICT_ID.in(conflicts.stream().map(Binary::of).toList()))
                .and(NOTICE.KIND.in(OF_WAITING))
                .execute();
    }

    @Override
    public List<Notice> of(UserId person, boolean desk, Optional<UUID> before, int limit) {
        return sql.selectFrom(NOTICE)
                .where(isFor(person, desk))
                .and(isNewest(person, readUpTo(person)))
                .and(before.map(id -> NOTICE.ID.lt(Binary.of(id))).orElse(noCondition()))
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    @Override
    public List<Notice> together(UserId person, boolean desk, Notice newest, int limit) {
        var id = Binary.of(newest.id());
        var sameSide =
                readUpTo(person)
                        .map(Binary::of)
                        .map(upTo -> NOTICE.ID.gt(upTo).or(val(id).le(upTo)))
                        .orElse(noCondition());
        return sql.selectFrom(NOTICE)
                .where(isFor(person, desk))
                .and(NOTICE.ENTITY_ID.eq(Binary.of(newest.entity())))
                .and(NOTICE.KIND.eq(newest.kind().wireName()))
                .and(newest.kind().isToldTogether() ? NOTICE.ID.le(id) : NOTICE.ID.eq(id))
                .and(sameSide)
                .orderBy(NOTICE.ID.desc())
                .limit(limit)
                .fetch(this::read);
    }

    @Override
    public int unread(UserId person, boolean desk, int most) {
        var upTo = readUpTo(person);
        var some =
                selectOne()
                        .from(NOTICE)
                        .where(isFor(person, desk))
                        .and(isNewest(person, upTo))
                        .and(upTo.map(id -> NOTICE.ID.gt(Binary.of(id))).orElse(noCondition()))
                        .limit(most)
                        .asTable("some");
        return sql.select(count()).from(some).fetchSingle().value1();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(UserId person, UUID upTo) {
        sql.insertInto(NOTICE_READ)
                .set(NOTICE_READ.PERSON, person.value())
                .set(NOTICE_READ.READ_UP_TO, Binary.of(upTo))
                .onDuplicateKeyUpdate()
                .set(NOTICE_READ.READ_UP_TO, Binary.of(upTo))
                .execute();
    }

    @Override
    public Optional<UUID> readUpTo(UserId person) {
        return sql.select(NOTICE_READ.READ_UP_TO)
                .from(NOTICE_READ)
                .where(NOTICE_READ.PERSON.eq(person.value()))
                .fetchOptional(row -> Binary.uuid(row.value1()));
    }

    private static Condition isFor(UserId person, boolean desk) {
        var own = NOTICE.PERSON.eq(person.value());
        return desk ? own.or(NOTICE.PERSON.isNull().and(NOTICE.AUTHOR.ne(person.value()))) : own;
    }

    /// Whether it is told alone, or is the newest of those that were read, or were not. The newest
    /// are asked for by entity and kind alone, so that the server asks once for each of these.
    private static Condition isNewest(UserId person, Optional<UUID> read) {
        return NOTICE.KIND
                .notIn(TOGETHER)
                .or(NOTICE.ID.eq(newest(person, noCondition())))
                .or(
                        read.map(upTo -> NEWER.ID.le(Binary.of(upTo)))
                                .map(wasRead -> NOTICE.ID.eq(newest(person, wasRead)))
                                .orElse(noCondition()));
    }

    private static Field<byte[]> newest(UserId person, Condition which) {
        return field(
                select(NEWER.ID)
                        .from(NEWER)
                        .where(NEWER.ENTITY_ID.eq(NOTICE.ENTITY_ID))
                        .and(NEWER.KIND.eq(NOTICE.KIND))
                        .and(NEWER.PERSON.isNotDistinctFrom(NOTICE.PERSON))
                        .and(NEWER.PERSON.isNotNull().or(NEWER.AUTHOR.ne(person.value())))
                        .and(which)
                        .orderBy(NEWER.ID.desc())
                        .limit(1));
    }

    private static List<String> names(Predicate<Notice.Kind> which) {
        return Arrays.stream(Notice.Kind.values())
                .filter(which)
                .map(Notice.Kind::wireName)
                .toList();
    }

    private Notice read(NoticeRecord row) {
        return new Notice(
                Binary.uuid(row.getId()),
                Optional.ofNullable(row.getPerson()).map(UserId::new),
                Notice.Kind.parse(row.getKind()).orElseThrow(),
                Binary.conflictId(row.getConflictId()),
                Binary.entityId(row.getEntityId()),
                types.byId(row.getTypeId()).name(),
                new UserId(row.getAuthor()),
                ConflictRows.names(row.getFields()),
                Utc.instant(row.getToldAt()));
    }

    private NoticeRecord write(Notice notice) {
        return new NoticeRecord(
                Binary.of(notice.id()),
                notice.to().map(UserId::value).orElse(null),
                notice.kind().wireName(),
                Binary.of(notice.conflict()),
                Binary.of(notice.entity()),
                types.get(notice.type()).id(),
                notice.by().value(),
                ConflictRows.text(notice.fields()),
                Utc.of(notice.at()));
    }
}
