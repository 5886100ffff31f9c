package io.mergedesk.realtime;

import java.time.Duration;
import java.time.Instant;

/// How many frames a client may still send now: so many are added each second, up to twice that.
final class FrameRate {

    private final int perSecond;
    private double left;
    private Instant at;

    FrameRate(int perSecond, Instant now) {
        this.perSecond = perSecond;
        this.left = 2.0 * perSecond;
        this.at = now;
    }

    /// Whether one more is fine.
    synchronized boolean take(Instant now) {
        double passed = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
        left = Math.min(2.0 * perSecond, left + passed * perSecond);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
