package io.mergedesk.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One verification of all chains, waiting, running or done; several may watch it.
public final class Verification {

    private final long number;
    private final Extent extent;
    private final Instant startedAt;
    private final Progress progress = new Progress();
    private final CompletableFuture<List<ChainReport>> reports = new CompletableFuture<>();

    Verification(long number, Extent extent, Instant startedAt) {
        this.number = number;
        this.extent = extent;
        this.startedAt = startedAt;
    }

    /// By which it can be asked for again.
    public long number() {
        return number;
    }

    public Extent extent() {
        return extent;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// How many rows have been recomputed so far.
    public long rows() {
        return progress.rows();
    }

    /// About how many rows there are to recompute.
    public long total() {
        return progress.total();
    }

    /// What was found, once it is done.
    ///
    /// @throws IllegalStateException when the chains could not be read
    public Optional<List<ChainReport>> reports() {
        return await(Duration.ZERO);
    }

    /// The same, but waits for it that long.
    public Optional<List<ChainReport>> await(Duration patience) {
        try {
            return Optional.of(reports.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the chains could not be read", e.getCause());
        }
    }

    Progress progress() {
        return progress;
    }

    boolean isRunning() {
        return !reports.isDone();
    }

    void finish(List<ChainReport> found) {
        reports.complete(List.copyOf(found));
    }

    void fail(RuntimeException reason) {
        reports.completeExceptionally(reason);
    }
}
