package io.mergedesk.entities;

/// What became of the rows of a batch so far.
///
/// @param total how many there are in all
/// @param skipped those that would have changed nothing
/// @param failed those that were refused or contested, and wrote nothing
public record BatchCounts(long total, long created, long updated, long skipped, long failed) {

    public static BatchCounts of(long total) {
        return new BatchCounts(total, 0, 0, 0, 0);
    }

    /// How many rows are done with.
    public long done() {
        return created + updated + skipped + failed;
    }
}
