package io.mergedesk.desk;

/// How far a rule has got.
///
/// @param total how many conflicts are meant
/// @param settled decided, or in a dry run: would be
/// @param staying that wait on
public record BulkCounts(long total, long settled, long staying) {

    public long done() {
        return settled + staying;
    }
}
