package io.mergedesk.ui.records;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work that may be asked for at any rate and is done at most five times a second: at once after a
/// quiet time, otherwise a little later and only once.
final class Paced implements Runnable {

    static final Duration GAP = Duration.ofMillis(200);

    private final InstantSource clock;
    private final Runnable work;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Instant last = Instant.MIN;

    Paced(InstantSource clock, Runnable work) {
        this.clock = clock;
        this.work = work;
    }

    @Override
    public void run() {
        if (asked.compareAndSet(false, true)) {
            later().execute(this::now);
        }
    }

    private Executor later() {
        var now = clock.instant();
        long wait =
                last.isBefore(now.minus(GAP))
                        ? 0
                        : Duration.between(now, last.plus(GAP)).toMillis();
        return wait <= 0
                ? Runnable::run
                : CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS);
    }

    private void now() {
        last = clock.instant();
        asked.set(false);
        work.run();
    }
}
