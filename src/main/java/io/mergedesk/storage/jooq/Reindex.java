package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_UNIQUE;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.storage.jooq.schema.tables.records.EntityIndexRecord;
import io.mergedesk.storage.jooq.schema.tables.records.EntityRecord;
import io.mergedesk.storage.jooq.schema.tables.records.EntityUniqueRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;

/// Brings the index rows of stored entities in step with a changed type: cheaply for a new field,
/// by reading all for the rest.
final class Reindex {

    private static final int CHUNK = 1_000;
    private static final byte[] NO_VALUE = {};

    private final DSLContext sql;

    Reindex(DSLContext sql) {
        this.sql = sql;
    }

    void after(EntityType before, EntityType now) {
        if (changesStored(before, now)) {
            rebuild(before, now);
            return;
        }
        for (var field : now.fields()) {
            if (!before.byName().containsKey(field.name()) && field.kind() != FieldKind.LONG_TEXT) {
                addEmptyKeys(now, field);
            }
        }
    }

    /// Whether fields that may hold values were removed, came back, or became unique or not unique.
    private static boolean changesStored(EntityType before, EntityType now) {
        return now.definition().fields().stream()
                .anyMatch(field -> {
                    var old = before.byName().get(field.name());
                    return old != null
                            && (old.removed() != field.removed() || old.unique() != field.unique());
                });
    }

    private void addEmptyKeys(EntityType type, FieldDefinition field) {
        sql.insertInto(
                        ENTITY_INDEX,
                        ENTITY_INDEX.INDEX_ID,
                        ENTITY_INDEX.SORT_KEY,
                        ENTITY_INDEX.ENTITY_ID)
                .select(
                        select(val(type.indexOf(field.name())), val(NO_VALUE), ENTITY.ID)
                                .from(ENTITY)
                                .where(ENTITY.TYPE_ID.eq(type.id()))
                                .and(ENTITY.DELETED.isFalse()))
                .execute();
    }

    private void rebuild(EntityType before, EntityType now) {
        var indexes = new ArrayList<>(before.indexes().values());
        sql.deleteFrom(ENTITY_UNIQUE).where(ENTITY_UNIQUE.INDEX_ID.in(indexes)).execute();
        indexes.add(before.wordsIndex());
        for (var index : indexes) {
            sql.deleteFrom(ENTITY_INDEX).where(ENTITY_INDEX.INDEX_ID.eq(index)).execute();
        }
        var last = new byte[16];
        List<EntityRecord> chunk;
        do {
            chunk =
                    sql.selectFrom(ENTITY)
                            .where(ENTITY.TYPE_ID.eq(now.id()))
                            .and(ENTITY.ID.gt(last))
                            .orderBy(ENTITY.ID)
                            .limit(CHUNK)
                            .fetch();
            index(now, chunk);
            last = chunk.isEmpty() ? last : chunk.getLast().getId();
        } while (chunk.size() == CHUNK);
    }

    private void index(EntityType type, List<EntityRecord> chunk) {
        var keys = new ArrayList<EntityIndexRecord>();
        var unique = new ArrayList<EntityUniqueRecord>();
        var kinds = type.kinds();
        for (var row : chunk) {
            var entity = EntityRows.read(row, type.name(), kinds);
            IndexKeys.of(type, entity)
                    .forEach(key ->
                            keys.add(
                                    new EntityIndexRecord(
                                            key.index(), key.key().bytes(), row.getId())));
            IndexKeys.unique(type, entity)
                    .forEach(key ->
                            unique.add(
                                    new EntityUniqueRecord(key.index(), key.bytes(), row.getId())));
        }
        sql.batchInsert(unique).execute();
        sql.batchInsert(keys).execute();
    }
}
