package io.mergedesk.transfer;

import io.mergedesk.changes.FieldChange;
import java.util.List;

/// What a row would do.
///
/// @param title what the record is called afterwards
/// @param creates whether it makes a new record
public record RowChange(long line, String title, boolean creates, List<FieldChange> fields) {

    public RowChange {
        fields = List.copyOf(fields);
    }
}
