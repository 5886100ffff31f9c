package io.mergedesk.transfer;

import io.mergedesk.entities.BatchCounts;

/// Follows an import while it runs, and may stop it.
public interface ImportWatch {

    /// Nobody looks.
    ImportWatch NOBODY =
            new ImportWatch() {
                @Override
                public void progress(BatchCounts counts) {}

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };

    /// Called after each chunk of rows, in the thread of the import.
    void progress(BatchCounts counts);

    /// Asked before each chunk of rows.
    boolean isCancelled();
}
