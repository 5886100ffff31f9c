package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Conflicts in MariaDB.
@Repository
class JooqConflictStore implements ConflictStore {

    private final DSLContext sql;
    private final ConflictRows rows;

    JooqConflictStore(DSLContext sql, Types types) {
        this.sql = sql;
        this.rows = new ConflictRows(types);
    }

    @Override
    public Optional<Conflict> find(ConflictId id) {
        return sql.selectFrom(CONFLICT)
                .where(CONFLICT.ID.eq(Binary.of(id)))
                .fetchOptional(rows::read);
    }

    @Override
    public Map<EntityId, List<Conflict>> openOf(Collection<EntityId> entities) {
        var open = new HashMap<EntityId, List<Conflict>>();
        if (!entities.isEmpty()) {
            sql.selectFrom(CONFLICT)
                    .where(CONFLICT.ENTITY_ID.in(entities.stream().map(Binary::of).toList()))
                    .and(CONFLICT.STATUS.eq(ConflictRows.OPEN))
                    .orderBy(CONFLICT.ID)
                    .forEach(row ->
                            open.computeIfAbsent(
                                            Binary.entityId(row.getEntityId()),
                                            _ -> new ArrayList<>())
                                    .add(rows.read(row)));
        }
        return open;
    }

    @Override
    public Optional<Conflict> settledBy(EntityId entity, Revision made) {
        return sql.selectFrom(CONFLICT)
                .where(CONFLICT.ENTITY_ID.eq(Binary.of(entity)))
                .and(CONFLICT.STATUS.eq(ConflictRows.SETTLED))
                .and(CONFLICT.MADE_REVISION.eq(made.number()))
                .orderBy(CONFLICT.ID.desc())
                .limit(1)
                .fetchOptional(rows::read);
    }

    @Override
    public List<Conflict> ofBatch(BatchId batch) {
        return sql.selectFrom(CONFLICT)
                .where(CONFLICT.SETTLED_BATCH_ID.eq(Binary.of(batch)))
                .orderBy(CONFLICT.ID)
                .fetch(rows::read);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Conflict> conflicts) {
        sql.batchInsert(conflicts.stream().map(rows::write).toList()).execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(List<Conflict> conflicts) {
        for (var conflict : conflicts) {
            int changed =
                    sql.update(CONFLICT)
                            .set(ConflictRows.changing(conflict))
                            .where(CONFLICT.ID.eq(Binary.of(conflict.id())))
                            .and(CONFLICT.VERSION.eq(conflict.version() - 1))
                            .execute();
            if (changed != 1) {
                throw new OptimisticLockingFailureException(
                        "conflict " + conflict.id() + " was changed meanwhile");
            }
        }
    }
}
