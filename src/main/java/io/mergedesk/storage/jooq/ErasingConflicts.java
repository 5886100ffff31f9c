package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.DRAFT;

import io.mergedesk.audit.Erasure;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.ResolutionJson;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ConflictRecord;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Erases the values of edits that met others, what was noted and said about them, and decisions
/// that are half made. One that waits goes on waiting: the other side can still be taken.
final class ErasingConflicts {

    private final DSLContext sql;
    private final Types types;
    private final Erasure erasure;

    ErasingConflicts(DSLContext sql, Types types, Erasure erasure) {
        this.sql = sql;
        this.types = types;
        this.erasure = erasure;
    }

    /// @return how many there were
    int erase(EntityId entity) {
        var rows =
                sql.selectFrom(CONFLICT)
                        .where(CONFLICT.ENTITY_ID.eq(Binary.of(entity)))
                        .orderBy(CONFLICT.ID)
                        .forUpdate()
                        .fetch();
        rows.forEach(this::erase);
        return rows.size();
    }

    private void erase(ConflictRecord row) {
        var kinds = types.kinds(row.getTypeId());
        var changed = new ConflictRecord();
        changed.setPatch(FieldJson.writePatch(erased(FieldJson.readPatch(row.getPatch(), kinds))));
        changed.setNote("");
        changed.setVersion(row.getVersion() + 1);
        if (row.getReason() != null) {
            changed.setReason("");
        }
        var resolution = row.getResolution();
        if (resolution != null) {
            changed.setResolution(
                    ResolutionJson.write(erased(ResolutionJson.read(resolution, kinds))));
        }
        sql.update(CONFLICT).set(changed).where(CONFLICT.ID.eq(row.getId())).execute();
        sql.deleteFrom(DRAFT)
                .where(DRAFT.DRAFT_KEY.contains(Binary.conflictId(row.getId()).toString()))
                .execute();
    }

    private Patch erased(Patch patch) {
        var values = new TreeMap<FieldName, Optional<FieldValue>>(patch.byName());
        values.replaceAll((field, value) ->
                erasure.concerns(field) ? value.map(_ -> new FieldValue.Erased()) : value);
        return Patch.of(values);
    }

    private Resolution erased(Resolution resolution) {
        var fields = new TreeMap<>(resolution.fields());
        fields.replaceAll((field, decided) -> erasure.concerns(field) ? erased(decided) : decided);
        return new Resolution(resolution.deleted(), fields);
    }

    private static Resolution.Decided erased(Resolution.Decided decided) {
        return new Resolution.Decided(
                mark(decided.base()),
                mark(decided.theirs()),
                mark(decided.mine()),
                mark(decided.chosen()),
                decided.rule(),
                decided.choice().map(ErasingConflicts::erased));
    }

    private static Choice erased(Choice choice) {
        return choice instanceof Choice.Value(var value) ? new Choice.Value(mark(value)) : choice;
    }

    private static @Nullable FieldValue mark(@Nullable FieldValue value) {
        return value == null ? null : new FieldValue.Erased();
    }
}
