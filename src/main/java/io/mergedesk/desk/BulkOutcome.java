package io.mergedesk.desk;

/// What came of work on many conflicts.
public sealed interface BulkOutcome {

    /// A rule was applied, or tried.
    record Applied(BulkReport report) implements BulkOutcome {}

    /// A batch was taken back.
    ///
    /// @param reopened how many wait again
    /// @param kept how many stay settled, since they were decided anew meanwhile or are not to be
    ///   seen any more
    record Undone(long reopened, long kept) implements BulkOutcome {}

    /// Only supervisors decide many at once.
    record Forbidden() implements BulkOutcome {}
}
