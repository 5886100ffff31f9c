package io.mergedesk.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Notice;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A notice as its reader sees it.
///
/// @param title what its entity is called now
/// @param lost what the reader had wanted of each field that was replaced; empty means cleared
/// @param restorable whether some of that is not there now, so that it can be put back
public record Told(
        Notice notice,
        String title,
        boolean unread,
        SortedMap<FieldName, Optional<FieldValue>> lost,
        boolean restorable) {

    public Told {
        lost = Collections.unmodifiableSortedMap(new TreeMap<>(lost));
    }
}
