package io.mergedesk.desk;

import io.mergedesk.common.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Work on many conflicts that goes on in the background.
public final class BulkJob implements BulkWatch {

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile BulkCounts counts = new BulkCounts(0, 0, 0);
    private volatile boolean cancelled;
    private volatile @Nullable BulkOutcome outcome;
    private volatile @Nullable RuntimeException failure;

    /// How far it is.
    public BulkCounts counts() {
        return counts;
    }

    /// Stops it before the next conflict; what is settled by then stays settled, and can be undone.
    public void cancel() {
        cancelled = true;
    }

    /// Empty while it goes on.
    public Optional<BulkOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /// The error that broke it off.
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure);
    }

    /// Calls back from the thread of the work whenever it got on, and at its end.
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void progress(BulkCounts now) {
        counts = now;
        changed();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void ended(BulkOutcome result) {
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
