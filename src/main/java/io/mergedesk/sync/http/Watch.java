package io.mergedesk.sync.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Ends what takes too long: a byte now and then would satisfy any timeout of a socket.
final class Watch implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer;

    Watch() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("sync-watch").daemon().factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Runs something after that time, unless it is cancelled before.
    Future<?> after(Duration time, Runnable end) {
        return timer.schedule(end, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
