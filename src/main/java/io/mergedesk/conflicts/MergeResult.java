package io.mergedesk.conflicts;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of joining an edit with what others did meanwhile.
public sealed interface MergeResult {

    /// Nothing collides: this is what is left to apply to the current content.
    record Joined(Patch remaining) implements MergeResult {}

    /// These fields were changed differently by both; nothing is applied.
    record Contested(SortedMap<FieldName, Contest> contests) implements MergeResult {
        public Contested {
            contests = Collections.unmodifiableSortedMap(new TreeMap<>(contests));
        }
    }
}
