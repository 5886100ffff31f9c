package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ChangeLogRecord;
import io.mergedesk.storage.jooq.schema.tables.records.EntityRecord;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One entity made anew from its changes, beside its row.
final class ReplayedEntity {

    private final EntityRecord row;
    private final Types types;
    private final Map<FieldName, FieldValue> values = new TreeMap<>();
    private @Nullable ChangeLogRecord last;

    ReplayedEntity(EntityRecord row, Types types) {
        this.row = row;
        this.types = types;
    }

    /// The next change of the entity; what is younger than the row is left out.
    void take(ChangeLogRecord change) {
        if (change.getRevision() > row.getRevision()) {
            return;
        }
        last = change;
        FieldJson.readChanges(change.getFieldChanges(), types.kinds(change.getTypeId()))
                .forEach(field -> {
                    var to = field.to();
                    if (to == null) {
                        values.remove(field.field());
                    } else {
                        values.put(field.field(), to);
                    }
                });
    }

    /// The place of the last change; zero when there was none.
    long place() {
        return last == null ? 0 : last.getSequence();
    }

    boolean isAsStored() {
        var newest = last;
        return newest != null
                && newest.getRevision().equals(row.getRevision())
                && newest.getTypeId().equals(row.getTypeId())
                && newest.getVersionVector().equals(row.getVersionVector())
                && newest.getAuthor().equals(row.getUpdatedBy())
                && newest.getEvent().equals("deleted") == row.getDeleted()
                && FieldJson.read(row.getFieldValues(), types.kinds(row.getTypeId()))
                        .byName()
                        .equals(current());
    }

    /// A value that was erased is not kept in the row of a deleted entity either.
    private Map<FieldName, FieldValue> current() {
        var current = new TreeMap<>(values);
        current.values().removeIf(FieldValue.Erased.class::isInstance);
        return current;
    }
}
