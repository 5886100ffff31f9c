package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import java.util.Optional;

/// How one field is merged.
///
/// @param group the name of the group it merges with as one unit
/// @param adds whether two changes of a number are added up, as for a stock or a balance
public record FieldPolicy(
        FieldKind kind, MergeStrategy strategy, Optional<String> group, boolean adds) {

    public static FieldPolicy of(FieldKind kind, MergeStrategy strategy) {
        return new FieldPolicy(kind, strategy, Optional.empty(), false);
    }

    public FieldPolicy grouped(String newGroup) {
        return new FieldPolicy(kind, strategy, Optional.of(newGroup), adds);
    }

    public FieldPolicy adding() {
        return new FieldPolicy(kind, strategy, group, true);
    }
}
