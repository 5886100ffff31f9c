package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import java.util.Map;

/// How the entities of one type are merged.
///
/// Fields that were removed from the type had better be given `last-write-wins`: nobody can be
/// asked about a field that is shown nowhere.
///
/// @param strategy of the entity as a whole (edited here, deleted there), and of fields that are
///   not named
public record MergePolicy(
        MergeStrategy strategy, Strictness strictness, Map<FieldName, FieldPolicy> fields) {

    public MergePolicy {
        fields = Map.copyOf(fields);
    }

    public FieldPolicy of(FieldName field) {
        var policy = fields.get(field);
        return policy == null ? FieldPolicy.of(FieldKind.TEXT, strategy) : policy;
    }
}
