package io.mergedesk.transfer;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rows that are written together. Two rows that mean the same entity, or hold the same unique
/// value, never share a chunk: the second must see what the first did.
final class RowChunk {

    static final int SIZE = 250;

    private final Set<FieldName> unique;
    private final List<ReadRow> rows = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /// @param unique fields whose values tell entities apart: unique ones, and the key
    RowChunk(Set<FieldName> unique) {
        this.unique = Set.copyOf(unique);
    }

    boolean isFull() {
        return rows.size() >= SIZE;
    }

    /// Whether the row may join those that are in it.
    boolean accepts(ReadRow row) {
        return marks(row).stream().noneMatch(taken::contains);
    }

    void add(ReadRow row) {
        rows.add(row);
        taken.addAll(marks(row));
    }

    List<ReadRow> take() {
        var all = List.copyOf(rows);
        rows.clear();
        taken.clear();
        return all;
    }

    private List<String> marks(ReadRow row) {
        return marksOf(row, unique);
    }

    static List<String> marksOf(ReadRow row, Set<FieldName> unique) {
        var marks = new ArrayList<String>();
        row.id().ifPresent(id -> marks.add("id " + id));
        for (var field : unique) {
            mark(field, row.value(field)).ifPresent(marks::add);
        }
        return marks;
    }

    static Optional<String> mark(FieldName field, Optional<FieldValue> value) {
        return value.map(
                one -> field.value() + " " + FieldText.write(one).toLowerCase(Locale.ROOT));
    }
}
