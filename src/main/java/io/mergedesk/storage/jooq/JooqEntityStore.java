package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_UNIQUE;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.param;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.EntityWrite;
import io.mergedesk.entities.Snapshot;
import io.mergedesk.entities.Types;
import io.mergedesk.entities.UniqueKey;
import io.mergedesk.storage.jooq.schema.tables.records.SnapshotRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Entities in MariaDB: the row itself, and with it the index keys, unique keys and snapshots.
@Repository
class JooqEntityStore implements EntityStore {

    private final DSLContext sql;
    private final EntityRows rows;
    private final IndexWriter index;
    private final KeptStatement update;

    JooqEntityStore(DSLContext sql, Types types) {
        this.sql = sql;
        this.rows = new EntityRows(types);
        this.index = new IndexWriter(sql);
        this.update =
                new KeptStatement(
                        sql,
                        sql.update(ENTITY)
                                .set(ENTITY.REVISION, param(ENTITY.REVISION))
                                .set(ENTITY.VERSION_VECTOR, param(ENTITY.VERSION_VECTOR))
                                .set(ENTITY.FIELD_VALUES, param(ENTITY.FIELD_VALUES))
                                .set(ENTITY.STATUS, param(ENTITY.STATUS))
                                .set(ENTITY.DELETED, param(ENTITY.DELETED))
                                .set(ENTITY.TEAM, param(ENTITY.TEAM))
                                .set(ENTITY.UPDATED_AT, param(ENTITY.UPDATED_AT))
                                .set(ENTITY.UPDATED_BY, param(ENTITY.UPDATED_BY))
                                .set(ENTITY.HYBRID_TIME, param(ENTITY.HYBRID_TIME))
                                .where(ENTITY.ID.eq(param(ENTITY.ID)))
                                .and(ENTITY.REVISION.eq(param(ENTITY.REVISION))));
    }

    @Override
    public Optional<Entity> find(EntityId id) {
        return sql.selectFrom(ENTITY).where(ENTITY.ID.eq(Binary.of(id))).fetchOptional(rows::read);
    }

    @Override
    public Map<EntityId, Entity> findAll(Collection<EntityId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<EntityId, Entity>();
        sql.selectFrom(ENTITY)
                .where(isOneOf(ids))
                .forEach(row -> found.put(Binary.entityId(row.getId()), rows.read(row)));
        return found;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<EntityId, Entity> lock(Collection<EntityId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var locked = new TreeMap<EntityId, Entity>();
        sql.selectFrom(ENTITY)
                .where(isOneOf(new TreeSet<>(ids)))
                .orderBy(ENTITY.ID)
                .forUpdate()
                .forEach(row -> locked.put(Binary.entityId(row.getId()), rows.read(row)));
        return locked;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void bump(List<EntityWrite> writes) {
        var added =
                writes.stream()
                        .filter(write -> write.before().isEmpty())
                        .map(EntityRows::write)
                        .toList();
        if (!added.isEmpty()) {
            sql.batchInsert(added).execute();
        }
        replace(writes.stream().filter(write -> write.before().isPresent()).toList());
        index.update(writes);
        keepSnapshots(writes);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Map<EntityId, EntityStatus> statuses) {
        statuses.forEach((id, status) ->
                sql.update(ENTITY)
                        .set(ENTITY.STATUS, status.wireName())
                        .where(ENTITY.ID.eq(Binary.of(id)))
                        .execute());
    }

    private void replace(List<EntityWrite> writes) {
        if (writes.isEmpty()) {
            return;
        }
        int[] changed = update.executeAll(writes.stream().map(JooqEntityStore::valuesOf).toList());
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] != 1) {
                var before = writes.get(i).before().orElseThrow();
                throw new OptimisticLockingFailureException(
                        "entity " + before.id() + " is no longer at " + before.revision());
            }
        }
    }

    private static Object[] valuesOf(EntityWrite write) {
        var after = EntityRows.write(write);
        return new Object[] {
            after.getRevision(),
            after.getVersionVector(),
            after.getFieldValues(),
            after.getStatus(),
            after.getDeleted(),
            after.getTeam(),
            after.getUpdatedAt(),
            after.getUpdatedBy(),
            after.getHybridTime(),
            after.getId(),
            write.before().orElseThrow().revision().number()
        };
    }

    private void keepSnapshots(List<EntityWrite> writes) {
        var due =
                writes.stream()
                        .map(EntityWrite::after)
                        .filter(entity -> Snapshot.isDue(entity.revision()))
                        .map(entity ->
                                new SnapshotRecord(
                                        Binary.of(entity.id()),
                                        entity.revision().number(),
                                        FieldJson.write(entity.values())))
                        .toList();
        if (!due.isEmpty()) {
            sql.batchInsert(due).execute();
        }
    }

    @Override
    public Map<UniqueKey, EntityId> ownersOf(Collection<UniqueKey> keys) {
        var byIndex = new TreeMap<Integer, List<byte[]>>();
        for (var key : keys) {
            byIndex.computeIfAbsent(key.index(), _ -> new ArrayList<>()).add(key.bytes());
        }
        Condition wanted = falseCondition();
        for (var index : byIndex.entrySet()) {
            wanted =
                    wanted.or(
                            ENTITY_UNIQUE
                                    .INDEX_ID
                                    .eq(index.getKey())
                                    .and(ENTITY_UNIQUE.VALUE_HASH.in(index.getValue())));
        }
        return sql.selectFrom(ENTITY_UNIQUE)
                .where(wanted)
                .fetchMap(
                        row ->
                                new UniqueKey(
                                        row.getIndexId(),
                                        HexFormat.of().formatHex(row.getValueHash())),
                        row -> Binary.entityId(row.getEntityId()));
    }

    private static Condition isOneOf(Collection<EntityId> ids) {
        return ids.size() == 1
                ? ENTITY.ID.eq(Binary.of(ids.iterator().next()))
                : ENTITY.ID.in(ids.stream().map(Binary::of).toList());
    }
}
