package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import java.util.Map;

/// What an entity is on one side of a merge.
///
/// @param stamp of the last edit on this side
/// @param stamps of the last edit of single fields, where that was another one
/// @param barred fields whose edit on this side may not be taken any more
public record Side(
        FieldValues values,
        boolean deleted,
        Stamp stamp,
        Map<FieldName, Stamp> stamps,
        Map<FieldName, Bar> barred) {

    public Side {
        stamps = Map.copyOf(stamps);
        barred = Map.copyOf(barred);
    }

    public static Side of(FieldValues values, Stamp stamp) {
        return new Side(values, false, stamp, Map.of(), Map.of());
    }

    public static Side deleted(FieldValues values, Stamp stamp) {
        return new Side(values, true, stamp, Map.of(), Map.of());
    }

    public Side stamped(Map<FieldName, Stamp> newStamps) {
        return new Side(values, deleted, stamp, newStamps, barred);
    }

    public Side barring(Map<FieldName, Bar> newBarred) {
        return new Side(values, deleted, stamp, stamps, newBarred);
    }

    Stamp stampOf(FieldName field) {
        return stamps.getOrDefault(field, stamp);
    }
}
