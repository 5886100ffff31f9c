package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import org.jspecify.annotations.Nullable;

/// One field that two edits changed differently: what it was when I read it, what they made of it,
/// what I want. Null is "no value".
public record Contest(
        @Nullable FieldValue base, @Nullable FieldValue theirs, @Nullable FieldValue mine) {}
