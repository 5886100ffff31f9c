package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Reads a chain page by page, always one page ahead: while one is being chained, the next is being
/// read and hashed. Never holds more than two pages.
final class PagesAhead implements AutoCloseable {

    static final int PAGE = 4_000;

    private final SealedChain chain;
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("chain-reader").daemon().factory());
    private Future<List<SealedRow>> ahead;

    PagesAhead(SealedChain chain, Sequence after) {
        this.chain = chain;
        this.ahead = read(after);
    }

    /// The next page; empty at the end of what is stored.
    List<SealedRow> next() {
        var page = await();
        if (!page.isEmpty()) {
            ahead = read(page.getLast().place());
        }
        return page;
    }

    private Future<List<SealedRow>> read(Sequence after) {
        return reader.submit(() -> chain.after(after, PAGE));
    }

    private List<SealedRow> await() {
        try {
            return ahead.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was stopped", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("the chain could not be read", e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
