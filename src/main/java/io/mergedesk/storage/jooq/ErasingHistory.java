package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.SNAPSHOT;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.Erasure;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Snapshot;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Erases along the history of one entity, from its newest change to its first.
///
/// A value may go when it had ceased to be in force before the erasing's moment: what an old enough
/// change replaced, and what an older one had set it to. So every revision since that moment can
/// still be rebuilt.
final class ErasingHistory {

    private static final int PAGE = 200;

    private final DSLContext sql;
    private final Types types;
    private final ErasingRows rows;
    private final Erasure erasure;
    private final EntityId entity;
    private final boolean nothingInForce;
    private final Set<FieldName> replaced = new HashSet<>();

    /// @param nothingInForce whether no value is in force at all, as with a deleted entity
    ErasingHistory(
            DSLContext sql,
            Types types,
            ErasingRows rows,
            Erasure erasure,
            EntityId entity,
            boolean nothingInForce) {
        this.sql = sql;
        this.types = types;
        this.rows = rows;
        this.erasure = erasure;
        this.entity = entity;
        this.nothingInForce = nothingInForce;
    }

    /// Erases in the next changes before that revision.
    ///
    /// @return where to go on; empty when the first revision is reached
    Optional<Revision> eraseBelow(Revision below) {
        var page =
                sql.selectFrom(CHANGE_LOG)
                        .where(CHANGE_LOG.ENTITY_ID.eq(Binary.of(entity)))
                        .and(CHANGE_LOG.REVISION.lt(below.number()))
                        .orderBy(CHANGE_LOG.REVISION.desc())
                        .limit(PAGE)
                        .forUpdate()
                        .fetch();
        for (var row : page) {
            eraseSnapshot(row);
            if (Utc.instant(row.getChangedAt()).isBefore(erasure.before())) {
                erase(row);
            }
        }
        return page.size() < PAGE
                ? Optional.empty()
                : Optional.of(new Revision(page.getLast().getRevision()));
    }

    private void erase(ChangeLogRecord row) {
        var before = FieldJson.readChanges(row.getFieldChanges(), types.kinds(row.getTypeId()));
        var after = before.stream().map(this::erased).toList();
        before.forEach(change -> replaced.add(change.field()));
        if (after.equals(before)) {
            return;
        }
        var json = FieldJson.writeChanges(after);
        var salt = rows.salt();
        rows.keep(
                ChainName.CHANGES,
                row.getSequence(),
                HashChain.saltedHash(row.getFieldChanges(), row.getSalt()),
                HashChain.saltedHash(json, salt));
        sql.update(CHANGE_LOG)
                .set(CHANGE_LOG.FIELD_CHANGES, json)
                .set(CHANGE_LOG.SALT, salt)
                .where(CHANGE_LOG.SEQUENCE.eq(row.getSequence()))
                .execute();
    }

    private FieldChange erased(FieldChange change) {
        return erasure.concerns(change.field())
                ? FieldChange.of(
                        change.field(),
                        mark(change.from()),
                        isGone(change.field()) ? mark(change.to()) : change.to())
                : change;
    }

    private boolean isGone(FieldName field) {
        return nothingInForce || replaced.contains(field);
    }

    private static @Nullable FieldValue mark(@Nullable FieldValue value) {
        return value == null ? null : new FieldValue.Erased();
    }

    private void eraseSnapshot(ChangeLogRecord row) {
        var revision = new Revision(row.getRevision());
        if (!Snapshot.isDue(revision)) {
            return;
        }
        var stored =
                sql.select(SNAPSHOT.FIELD_VALUES)
                        .from(SNAPSHOT)
                        .where(SNAPSHOT.ENTITY_ID.eq(row.getEntityId()))
                        .and(SNAPSHOT.REVISION.eq(row.getRevision()))
                        .fetchOptional(SNAPSHOT.FIELD_VALUES);
        if (stored.isEmpty()) {
            return;
        }
        var values = new TreeMap<>(rows.values(stored.get(), row.getTypeId()).byName());
        values.replaceAll((field, value) ->
                erasure.concerns(field) && isGone(field) ? new FieldValue.Erased() : value);
        sql.update(SNAPSHOT)
                .set(SNAPSHOT.FIELD_VALUES, FieldJson.write(new FieldValues(values)))
                .where(SNAPSHOT.ENTITY_ID.eq(row.getEntityId()))
                .and(SNAPSHOT.REVISION.eq(row.getRevision()))
                .execute();
    }
}
