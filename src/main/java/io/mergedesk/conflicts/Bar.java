package io.mergedesk.conflicts;

/// Why an edit of a field may no longer be taken, though it could be made when the author read the
/// entity.
public enum Bar {
    /// The field was removed meanwhile.
    REMOVED,
    /// The author may not write it any more.
    READ_ONLY
}
