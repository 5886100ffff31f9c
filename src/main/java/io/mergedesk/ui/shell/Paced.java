package io.mergedesk.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Work that any thread may ask for as often as it likes, and that is done at most once in each
/// interval; the last asking is never lost.
public final class Paced implements Runnable {

    private final Runnable work;
    private final Duration interval;
    private final InstantSource clock;
    private final Function<Duration, Executor> after;
    private Instant last = Instant.MIN;
    private boolean waiting;

    /// Work on a page, five times a second: as often as it may be pushed to. Asked for after the
    /// page has gone, it is not done.
    public static Paced inPage(UI page, Command work) {
        return inPage(page, Duration.ofMillis(200), work);
    }

    /// The same for work that costs more.
    public static Paced inPage(UI page, Duration interval, Command work) {
        return new Paced(
                new Coalesced(page, work),
                interval,
                InstantSource.system(),
                delay ->
                        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// @param after runs a task when that time has passed
    Paced(
            Runnable work,
            Duration interval,
            InstantSource clock,
            Function<Duration, Executor> after) {
        this.work = work;
        this.interval = interval;
        this.clock = clock;
        this.after = after;
    }

    @Override
    public void run() {
        Duration delay;
        synchronized (this) {
            if (waiting) {
                return;
            }
            var now = clock.instant();
            delay =
                    last.equals(Instant.MIN)
                            ? Duration.ZERO
                            : interval.minus(Duration.between(last, now));
            if (delay.isPositive()) {
                waiting = true;
            } else {
                last = now;
            }
        }
        if (delay.isPositive()) {
            after.apply(delay).execute(this::late);
        } else {
            work.run();
        }
    }

    private void late() {
        synchronized (this) {
            waiting = false;
            last = clock.instant();
        }
        work.run();
    }
}
