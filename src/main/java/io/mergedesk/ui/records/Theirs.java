package io.mergedesk.ui.records;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody else made of a field, and what it was before.
record Theirs(
        FieldName field,
        @Nullable FieldValue was,
        @Nullable FieldValue value,
        UserId by,
        Instant at) {

    /// What these changes made of a field, up to now.
    static Theirs of(FieldName field, @Nullable FieldValue was, Entity now, List<Change> changes) {
        var value = now.values().get(field);
        return changes.reversed().stream()
                .filter(change ->
                        change.fields().stream().anyMatch(one -> one.field().equals(field)))
                .findFirst()
                .map(change -> new Theirs(field, was, value, change.by(), change.at()))
                .orElseGet(() -> new Theirs(field, was, value, now.updatedBy(), now.updatedAt()));
    }
}
