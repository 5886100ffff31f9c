package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_UNIQUE;
import static org.jooq.impl.DSL.param;

import io.mergedesk.common.EntityId;
import io.mergedesk.entities.EntityWrite;
import io.mergedesk.entities.IndexKey;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/// Keeps the index and unique rows of entities in step with their values, writing only what
/// differs.
final class IndexWriter {

    private static final Comparator<Row> ORDER =
            Comparator.<Row>comparingInt(row -> row.key().index())
                    .thenComparing(row -> row.key().key())
                    .thenComparing(Row::entity);

    private record Row(EntityId entity, IndexKey key) {}

    private record UniqueRow(EntityId entity, UniqueKey key) {}

    private final DSLContext sql;
    private final KeptStatement delete;
    private final KeptStatement insert;

    IndexWriter(DSLContext sql) {
        this.sql = sql;
        this.delete =
                new KeptStatement(
                        sql,
                        sql.deleteFrom(ENTITY_INDEX)
                                .where(ENTITY_INDEX.INDEX_ID.eq(param(ENTITY_INDEX.INDEX_ID)))
                                .and(ENTITY_INDEX.SORT_KEY.eq(param(ENTITY_INDEX.SORT_KEY)))
                                .and(ENTITY_INDEX.ENTITY_ID.eq(param(ENTITY_INDEX.ENTITY_ID))));
        this.insert =
                new KeptStatement(
                        sql,
                        sql.insertInto(
                                        ENTITY_INDEX,
                                        ENTITY_INDEX.INDEX_ID,
                                        ENTITY_INDEX.SORT_KEY,
                                        ENTITY_INDEX.ENTITY_ID)
                                .values(
                                        param(ENTITY_INDEX.INDEX_ID),
                                        param(ENTITY_INDEX.SORT_KEY),
                                        param(ENTITY_INDEX.ENTITY_ID)));
    }

    void update(List<EntityWrite> writes) {
        var gone = new ArrayList<Row>();
        var added = new ArrayList<Row>();
        var uniqueGone = new ArrayList<UniqueRow>();
        var uniqueAdded = new ArrayList<UniqueRow>();
        for (var write : joined(writes)) {
            var id = write.after().id();
            var before = keysBefore(write);
            var after = keysAfter(write);
            minus(before, after).forEach(key -> gone.add(new Row(id, key)));
            minus(after, before).forEach(key -> added.add(new Row(id, key)));
            var uniqueBefore =
                    write.before()
                            .map(one -> IndexKeys.unique(write.type(), one))
                            .orElseGet(Set::of);
            var uniqueAfter = IndexKeys.unique(write.type(), write.after());
            minus(uniqueBefore, uniqueAfter).forEach(key -> uniqueGone.add(new UniqueRow(id, key)));
            minus(uniqueAfter, uniqueBefore)
                    .forEach(key -> uniqueAdded.add(new UniqueRow(id, key)));
        }
        deleteUnique(uniqueGone);
        insertUnique(uniqueAdded);
        gone.sort(ORDER);
        added.sort(ORDER);
        write(delete, gone);
        write(insert, added);
    }

    /// One write for each entity: from what it was before the call to what it is after.
    private static Collection<EntityWrite> joined(List<EntityWrite> writes) {
        var joined = new LinkedHashMap<EntityId, EntityWrite>();
        for (var write : writes) {
            joined.merge(
                    write.after().id(),
                    write,
                    (first, last) ->
                            new EntityWrite(
                                    last.type(), first.before(), last.after(), last.change()));
        }
        return joined.values();
    }

    private static void write(KeptStatement statement, List<Row> rows) {
        if (!rows.isEmpty()) {
            statement.executeAll(
                    rows.stream()
                            .map(row ->
                                    new Object[] {
                                        row.key().index(),
                                        row.key().key().bytes(),
                                        Binary.of(row.entity())
                                    })
                            .toList());
        }
    }

    private void deleteUnique(List<UniqueRow> rows) {
        for (var row : rows) {
            sql.deleteFrom(ENTITY_UNIQUE)
                    .where(ENTITY_UNIQUE.INDEX_ID.eq(row.key().index()))
                    .and(ENTITY_UNIQUE.VALUE_HASH.eq(row.key().bytes()))
                    .and(ENTITY_UNIQUE.ENTITY_ID.eq(Binary.of(row.entity())))
                    .execute();
        }
    }

    private void insertUnique(List<UniqueRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var batch =
                sql.batch(
                        sql.insertInto(
                                        ENTITY_UNIQUE,
                                        ENTITY_UNIQUE.INDEX_ID,
                                        ENTITY_UNIQUE.VALUE_HASH,
                                        ENTITY_UNIQUE.ENTITY_ID)
                                .values((Integer) null, null, null));
        for (var row : rows) {
            batch = batch.bind(row.key().index(), row.key().bytes(), Binary.of(row.entity()));
        }
        batch.execute();
    }

    private static Set<IndexKey> keysBefore(EntityWrite write) {
        return write.before()
                .map(one -> IndexKeys.of(write.type(), one, write.after()))
                .orElseGet(Set::of);
    }

    private static Set<IndexKey> keysAfter(EntityWrite write) {
        return write.before()
                .map(before -> IndexKeys.of(write.type(), write.after(), before))
                .orElseGet(() -> IndexKeys.of(write.type(), write.after()));
    }

    private static <K> Set<K> minus(Set<K> all, Set<K> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }
}
