package io.mergedesk.realtime;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The line to a client, watched: how much went over it, and whether one frame takes too long.
final class Outgoing {

    private final Line line;
    private final RealtimeLimits limits;
    private final InstantSource clock;
    private final AtomicLong sent = new AtomicLong();
    private volatile @Nullable Instant since;
    private volatile boolean slow;

    Outgoing(Line line, RealtimeLimits limits, InstantSource clock) {
        this.line = line;
        this.limits = limits;
        this.clock = clock;
    }

    void send(String frame) throws IOException {
        begin();
        line.send(frame);
        end();
    }

    void event(String frame) throws IOException {
        send(frame);
        sent.incrementAndGet();
    }

    void ping(String mark) throws IOException {
        begin();
        line.ping(mark);
        end();
    }

    void close(CloseReason reason) {
        line.close(reason);
    }

    private void begin() {
        since = clock.instant();
    }

    private void end() {
        slow |= isStuck();
        since = null;
    }

    /// Whether a frame took longer than is bearable.
    boolean isSlow() {
        return slow;
    }

    /// Whether one is taking too long now.
    boolean isStuck() {
        var begun = since;
        return begun != null && begun.plus(limits.patience()).isBefore(clock.instant());
    }

    long events() {
        return sent.get();
    }
}
