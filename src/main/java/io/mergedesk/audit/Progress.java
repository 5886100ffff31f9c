package io.mergedesk.audit;

import java.util.concurrent.atomic.AtomicLong;

/// How far a verification is, readable while it runs.
final class Progress {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    void expect(long more) {
        total.addAndGet(more);
    }

    void read(long more) {
        rows.addAndGet(more);
    }

    long rows() {
        return rows.get();
    }

    long total() {
        return Math.max(total.get(), rows.get());
    }
}
