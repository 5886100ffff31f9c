package io.mergedesk.transfer;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.BatchCounts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// An import, or a dry run of one, that goes on while its person looks elsewhere.
public final class ImportJob implements ImportWatch {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile BatchCounts counts;
    private volatile boolean cancelled;
    private volatile @Nullable BatchId batch;
    private volatile @Nullable ImportOutcome outcome;
    private volatile @Nullable RuntimeException failure;

    ImportJob(long rows) {
        counts = BatchCounts.of(rows);
    }

    /// How far it is.
    public BatchCounts counts() {
        return counts;
    }

    /// Stops it before its next chunk of rows; what it has written, if it writes, is taken back.
    public void cancel() {
        cancelled = true;
        changed();
    }

    /// Empty until the first row is written, and for a dry run.
    public Optional<BatchId> batch() {
        return Optional.ofNullable(batch);
    }

    /// Empty while it runs.
    public Optional<ImportOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /// The error that broke it off.
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Calls back from the thread of the import whenever it got on, and at its end.
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void progress(BatchCounts now) {
        counts = now;
        changed();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void began(BatchId id) {
        batch = id;
        changed();
    }

    void ended(ImportOutcome result) {
        outcome = result;
        changed();
    }

    void broke(RuntimeException why) {
        failure = why;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
