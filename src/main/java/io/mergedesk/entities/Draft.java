package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What somebody typed into a form and has not saved: raw text for each touched field, whether it
/// is valid or not.
///
/// @param base the revision the form was opened on; [Revision#NONE] for a new entity
public record Draft(Revision base, SortedMap<FieldName, String> typed, Instant at) {

    public Draft {
        typed = Collections.unmodifiableSortedMap(new TreeMap<>(typed));
    }
}
