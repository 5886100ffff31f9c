package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_TYPE;
import static io.mergedesk.storage.jooq.schema.Tables.FIELD;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeStore;
import io.mergedesk.storage.jooq.schema.tables.records.EntityTypeRecord;
import io.mergedesk.storage.jooq.schema.tables.records.FieldRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Entity types and their fields in MariaDB.
@Repository
class JooqTypeStore implements TypeStore {

    private final DSLContext sql;
    private final InstantSource clock;
    private final Reindex reindex;

    JooqTypeStore(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
        this.reindex = new Reindex(sql);
    }

    @Override
    public List<EntityType> all() {
        Map<Integer, Result<FieldRecord>> fields =
                sql.selectFrom(FIELD)
                        .orderBy(FIELD.TYPE_ID, FIELD.POSITION, FIELD.NAME)
                        .fetchGroups(FIELD.TYPE_ID);
        return sql.selectFrom(ENTITY_TYPE)
                .orderBy(ENTITY_TYPE.POSITION, ENTITY_TYPE.TYPE_ID)
                .fetch(row -> type(row, fields.get(row.getTypeId())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public EntityType add(TypeDefinition definition, EntityType.Saved saved) {
        int id =
                1
                        + sql.select(coalesce(max(ENTITY_TYPE.TYPE_ID), val(0)))
                                .from(ENTITY_TYPE)
                                .fetchSingle()
                                .value1();
        int wordsIndex = nextIndex();
        sql.insertInto(ENTITY_TYPE)
                .set(ENTITY_TYPE.TYPE_ID, id)
                .set(ENTITY_TYPE.NAME, definition.name().value())
                .set(ENTITY_TYPE.LABEL, definition.label())
                .set(ENTITY_TYPE.SINGULAR, definition.singular())
                .set(ENTITY_TYPE.POSITION, id)
                .set(ENTITY_TYPE.STRATEGY, definition.strategy().wireName())
                .set(ENTITY_TYPE.STRICTNESS, definition.strictness().wireName())
                .set(ENTITY_TYPE.WORDS_INDEX_ID, wordsIndex)
                .set(ENTITY_TYPE.VERSION_NO, 1)
                .set(ENTITY_TYPE.CREATED_AT, Utc.of(saved.at()))
                .set(ENTITY_TYPE.SAVED_BY, saved.by().value())
                .set(ENTITY_TYPE.SAVED_AT, Utc.of(saved.at()))
                .execute();
        var indexes = writeFields(id, definition, Map.of());
        return EntityType.of(id, 1, wordsIndex, indexes, definition).with(Optional.of(saved));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public EntityType replace(
            EntityType current, TypeDefinition definition, EntityType.Saved saved) {
        int changed =
                sql.update(ENTITY_TYPE)
                        .set(ENTITY_TYPE.LABEL, definition.label())
                        .set(ENTITY_TYPE.SINGULAR, definition.singular())
                        .set(ENTITY_TYPE.STRATEGY, definition.strategy().wireName())
                        .set(ENTITY_TYPE.STRICTNESS, definition.strictness().wireName())
                        .set(ENTITY_TYPE.VERSION_NO, current.version() + 1)
                        .set(ENTITY_TYPE.SAVED_BY, saved.by().value())
                        .set(ENTITY_TYPE.SAVED_AT, Utc.of(saved.at()))
                        .where(ENTITY_TYPE.TYPE_ID.eq(current.id()))
                        .and(ENTITY_TYPE.VERSION_NO.eq(current.version()))
                        .execute();
        if (changed != 1) {
            throw new OptimisticLockingFailureException(
                    "type " + current.name() + " was changed by somebody else");
        }
        var indexes = writeFields(current.id(), definition, current.indexes());
        var replaced =
                EntityType.of(
                                current.id(),
                                current.version() + 1,
                                current.wordsIndex(),
                                indexes,
                                definition)
                        .with(Optional.of(saved));
        reindex.after(current, replaced);
        return replaced;
    }

    private Map<FieldName, Integer> writeFields(
            int typeId, TypeDefinition definition, Map<FieldName, Integer> known) {
        var indexes = new HashMap<>(known);
        var rows = new ArrayList<FieldRecord>();
        int next = nextIndex();
        for (var field : definition.fields()) {
            var index = indexes.get(field.name());
            if (index == null) {
                index = next++;
                indexes.put(field.name(), index);
            }
            rows.add(row(typeId, rows.size(), index, field));
        }
        sql.deleteFrom(FIELD).where(FIELD.TYPE_ID.eq(typeId)).execute();
        sql.batchInsert(rows).execute();
        return indexes;
    }

    private int nextIndex() {
        int byFields =
                sql.select(coalesce(max(FIELD.INDEX_ID), val(0)))
                        .from(FIELD)
                        .fetchSingle()
                        .value1();
        int byWords =
                sql.select(coalesce(max(ENTITY_TYPE.WORDS_INDEX_ID), val(0)))
                        .from(ENTITY_TYPE)
                        .fetchSingle()
                        .value1();
        return 1 + Math.max(byFields, byWords);
    }

    private FieldRecord row(int typeId, int position, int index, FieldDefinition field) {
        var row = new FieldRecord();
        row.setTypeId(typeId);
        row.setName(field.name().value());
        row.setLabel(field.label());
        row.setKind(field.kind().wireName());
        row.setRequired(field.required());
        row.setIsUnique(field.unique());
        row.setChoices(String.join("\n", field.choices()));
        row.setHelp(field.help());
        row.setPosition(position);
        row.setFieldGroup(field.group().orElse(null));
        row.setStrategy(field.strategy().map(MergeStrategy::wireName).orElse(null));
        row.setAdds(field.adds());
        row.setReferenceType(field.references().map(TypeName::value).orElse(null));
        row.setIndexId(index);
        row.setRemovedAt(field.removed() ? Utc.of(clock.instant()) : null);
        return row;
    }

    private static EntityType type(EntityTypeRecord row, @Nullable List<FieldRecord> stored) {
        List<FieldRecord> fields = stored == null ? List.of() : stored;
        var indexes = new HashMap<FieldName, Integer>();
        fields.forEach(field -> indexes.put(new FieldName(field.getName()), field.getIndexId()));
        return EntityType.of(
                        row.getTypeId(),
                        row.getVersionNo(),
                        row.getWordsIndexId(),
                        indexes,
                        new TypeDefinition(
                                new TypeName(row.getName()),
                                row.getLabel(),
                                row.getSingular(),
                                fields.stream().map(FieldRows::read).toList(),
                                MergeStrategy.parse(row.getStrategy()).orElseThrow(),
                                Strictness.parse(row.getStrictness()).orElseThrow()))
                .with(
                        Optional.ofNullable(row.getSavedBy())
                                .map(by ->
                                        new EntityType.Saved(
                                                new UserId(by), Utc.instant(row.getSavedAt()))));
    }
}
