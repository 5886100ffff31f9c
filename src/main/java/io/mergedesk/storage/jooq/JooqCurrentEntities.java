package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;

import io.mergedesk.audit.CurrentEntities;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import io.mergedesk.storage.jooq.schema.tables.records.EntityRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Replays the changes of each entity and compares the end with its row; a page of entities at a
/// time, and one change at a time.
@Repository
class JooqCurrentEntities implements CurrentEntities {

    private static final int PAGE = 200;
    private static final int FETCH = 1_000;

    private final DSLContext sql;
    private final Types types;

    JooqCurrentEntities(DSLContext sql, Types types) {
        this.sql = sql;
        this.types = types;
    }

    @Override
    public Optional<Diverged> firstDiverged() {
        var last = new byte[0];
        while (true) {
            var page =
                    sql.selectFrom(ENTITY)
                            .where(ENTITY.ID.gt(last))
                            .orderBy(ENTITY.ID)
                            .limit(PAGE)
                            .fetch();
            if (page.isEmpty()) {
                return Optional.empty();
            }
            var diverged = firstDiverged(page);
            if (diverged.isPresent()) {
                return diverged;
            }
            last = page.getLast().getId();
        }
    }

    /// The rows are read first: whatever change is committed since has a higher revision.
    private Optional<Diverged> firstDiverged(List<EntityRecord> page) {
        try (var changes =
                sql.selectFrom(CHANGE_LOG)
                        .where(
                                CHANGE_LOG.ENTITY_ID.in(
                                        page.stream().map(EntityRecord::getId).toList()))
                        .orderBy(CHANGE_LOG.ENTITY_ID, CHANGE_LOG.REVISION)
                        .fetchSize(FETCH)
                        .fetchLazy()) {
            Optional<ChangeLogRecord> next = Optional.ofNullable(changes.fetchNext());
            for (var row : page) {
                var replayed = new ReplayedEntity(row, types);
                while (next.isPresent() && Arrays.equals(next.get().getEntityId(), row.getId())) {
                    replayed.take(next.get());
                    next = Optional.ofNullable(changes.fetchNext());
                }
                if (!replayed.isAsStored()) {
                    return Optional.of(
                            new Diverged(
                                    new Sequence(replayed.place()),
                                    Binary.entityId(row.getId()),
                                    new Revision(row.getRevision())));
                }
            }
            return Optional.empty();
        }
    }
}
