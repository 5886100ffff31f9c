package io.mergedesk.transfer;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import java.util.Map;
import java.util.Optional;

/// A row whose cells were understood.
///
/// @param id the entity it names
/// @param base the revision its values were exported at
/// @param patch what it sets and clears
/// @param names fields whose cells name another entity by a word instead of its id
record ReadRow(
        CsvRow source,
        Optional<EntityId> id,
        Optional<Revision> base,
        Patch patch,
        Map<FieldName, String> names) {

    ReadRow {
        names = Map.copyOf(names);
    }

    Optional<FieldValue> value(FieldName field) {
        return patch.byName().getOrDefault(field, Optional.empty());
    }

    ReadRow with(Patch newPatch) {
        return new ReadRow(source, id, base, newPatch, Map.of());
    }
}
