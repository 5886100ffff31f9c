package io.mergedesk.sync;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How one edit fared at the targets that are told of it.
///
/// @param targets by their names; at least one
public record EditSync(SortedMap<String, EditStatus> targets) {

    public EditSync {
        targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("expected at least one target");
        }
    }

    /// The one that needs people most.
    public EditStatus status() {
        return Collections.min(targets.values());
    }
}
