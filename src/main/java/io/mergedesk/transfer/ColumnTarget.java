package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import java.util.List;

/// Where the cells of a column go.
public sealed interface ColumnTarget {

    record Ignored() implements ColumnTarget {}

    /// They are ids of entities; a row without one makes a new entity.
    record Id() implements ColumnTarget {}

    /// They are the revisions that the rows were exported at: what others changed since is merged,
    /// never overwritten.
    record BaseRevision() implements ColumnTarget {}

    /// Into a field the type has.
    record Existing(FieldName field) implements ColumnTarget {}

    /// Into a field that the type gets.
    record Added(FieldName field, String label, FieldKind kind, List<String> choices)
            implements ColumnTarget {
        public Added {
            choices = List.copyOf(choices);
        }

        public Added ofKind(FieldKind newKind) {
            return new Added(field, label, newKind, choices);
        }
    }
}
