package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;
import static io.mergedesk.storage.jooq.schema.Tables.SNAPSHOT;
import static org.jooq.impl.DSL.param;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeHash;
import io.mergedesk.entities.ChangeLog;
import io.mergedesk.entities.Snapshot;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The feed in MariaDB. One row holds its head; whoever appends locks it last and shortly, so that
/// sequences follow commits without a gap. Everything that can be computed is computed before the
/// lock is taken.
@Repository
class JooqChangeLog implements ChangeLog {

    private static final int SALT_BYTES = 16;

    private final DSLContext sql;
    private final Types types;
    private final ChangeRows rows;
    private final KeptStatement advance;
    private final KeptStatement insert;
    private final SecureRandom random = new SecureRandom();

    @SuppressWarnings("ArrayRecordComponent") // never compared: a row on its way into the table
    private record Prepared(Change change, ChangeLogRecord row, byte[] content) {}

    JooqChangeLog(DSLContext sql, Types types) {
        this.sql = sql;
        this.types = types;
        this.rows = new ChangeRows(types);
        this.advance =
                new KeptStatement(
                        sql,
                        sql.update(FEED_HEAD)
                                .set(FEED_HEAD.SEQUENCE, param(FEED_HEAD.SEQUENCE))
                                .set(FEED_HEAD.HASH, param(FEED_HEAD.HASH)));
        this.insert =
                new KeptStatement(
                        sql,
                        sql.insertInto(CHANGE_LOG, CHANGE_LOG.fields())
                                .values(
                                        Arrays.stream(CHANGE_LOG.fields())
                                                .map(DSL::param)
                                                .toList()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Change> append(List<Change> changes) {
        var prepared = changes.stream().map(this::prepare).toList();
        var head = sql.selectFrom(FEED_HEAD).forUpdate().fetchSingle();
        var place = new Sequence(head.getSequence());
        var hash = head.getHash();
        var appended = new ArrayList<Change>();
        for (var one : prepared) {
            place = place.next();
            hash = HashChain.next(hash, place, one.content());
            one.row().setSequence(place.number());
            one.row().setHash(hash);
            appended.add(one.change().at(place));
        }
        advance.execute(place.number(), hash);
        if (prepared.size() == 1) {
            insert.execute(prepared.getFirst().row().intoArray());
        } else {
            insert.executeAll(prepared.stream().map(one -> one.row().intoArray()).toList());
        }
        return appended;
    }

    private Prepared prepare(Change change) {
        var json = FieldJson.writeChanges(change.fields());
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Prepared(
                change, rows.write(change, json, salt), ChangeHash.content(change, json, salt));
    }

    @Override
    public Sequence head() {
        return new Sequence(sql.select(FEED_HEAD.SEQUENCE).from(FEED_HEAD).fetchSingle().value1());
    }

    @Override
    public List<Change> after(Sequence place, int limit) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.gt(place.number()))
                .orderBy(CHANGE_LOG.SEQUENCE)
                .limit(limit)
                .fetch(rows::read);
    }

    @Override
    public List<Change> since(EntityId entity, Revision revision) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.ENTITY_ID.eq(Binary.of(entity)))
                .and(CHANGE_LOG.REVISION.gt(revision.number()))
                .orderBy(CHANGE_LOG.REVISION)
                .fetch(rows::read);
    }

    @Override
    public List<Change> before(EntityId entity, Revision revision, int limit) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.ENTITY_ID.eq(Binary.of(entity)))
                .and(CHANGE_LOG.REVISION.lt(revision.number()))
                .orderBy(CHANGE_LOG.REVISION.desc())
                .limit(limit)
                .fetch(rows::read);
    }

    @Override
    public List<Change> of(Collection<Revised> revisions) {
        if (revisions.isEmpty()) {
            return List.of();
        }
        // of the form a = x AND b = y: with row values the server would read the whole table
        var one =
                revisions.stream()
                        .map(at ->
                                CHANGE_LOG
                                        .ENTITY_ID
                                        .eq(Binary.of(at.entity()))
                                        .and(CHANGE_LOG.REVISION.eq(at.revision().number())))
                        .toList();
        return sql.selectFrom(CHANGE_LOG).where(DSL.or(one)).fetch(rows::read);
    }

    @Override
    public List<Change> ofBatch(BatchId batch, Sequence before, int limit) {
        return sql.selectFrom(CHANGE_LOG)
                .where(CHANGE_LOG.BATCH_ID.eq(Binary.of(batch)))
                .and(CHANGE_LOG.SEQUENCE.lt(before.number()))
                .orderBy(CHANGE_LOG.SEQUENCE.desc())
                .limit(limit)
                .fetch(rows::read);
    }

    @Override
    public Optional<Snapshot> snapshot(EntityId entity, Revision revision) {
        return sql.select(SNAPSHOT.REVISION, SNAPSHOT.FIELD_VALUES, CHANGE_LOG.TYPE_ID)
                .from(SNAPSHOT)
                .join(CHANGE_LOG)
                .on(CHANGE_LOG.ENTITY_ID.eq(SNAPSHOT.ENTITY_ID))
                .and(CHANGE_LOG.REVISION.eq(SNAPSHOT.REVISION))
                .where(SNAPSHOT.ENTITY_ID.eq(Binary.of(entity)))
                .and(SNAPSHOT.REVISION.le(revision.number()))
                .orderBy(SNAPSHOT.REVISION.desc())
                .limit(1)
                .fetchOptional(row ->
                        new Snapshot(
                                new Revision(row.value1()),
                                FieldJson.read(row.value2(), types.kinds(row.value3()))));
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return sql.select(CHANGE_LOG.HASH)
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.SEQUENCE.eq(place.number()))
                .fetchOptional(CHANGE_LOG.HASH);
    }
}
