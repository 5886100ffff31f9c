package io.mergedesk.desk;

/// Looks on while a rule is applied to many conflicts, and may stop it.
public interface BulkWatch {

    /// Looks away.
    BulkWatch NONE =
            new BulkWatch() {
                @Override
                public void progress(BulkCounts now) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    void progress(BulkCounts now);

    /// Asked before each conflict.
    boolean isCancelled();
}
