package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValues;

/// The last revision both edits have seen.
///
/// @param existed whether there was one; otherwise both sides created the entity by themselves
public record Base(FieldValues values, boolean deleted, boolean existed) {

    /// Both created it.
    public static final Base NONE = new Base(FieldValues.NONE, false, false);

    public static Base of(FieldValues values) {
        return new Base(values, false, true);
    }

    /// It was deleted when both had last seen it.
    public static Base deleted(FieldValues values) {
        return new Base(values, true, true);
    }
}
