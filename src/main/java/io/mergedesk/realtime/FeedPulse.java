package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Wakes those who wait for the feed to grow, or to look whether they still may.
final class FeedPulse {

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private long newest;
    private long wakes;

    /// Waits until there is something after that place, somebody wakes all, or the time is over.
    ///
    /// @return whether there is something
    boolean awaitAfter(Sequence place, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            long wakesBefore = wakes;
            while (newest <= place.number() && wakes == wakesBefore && left > 0) {
                left = grown.awaitNanos(left);
            }
            return newest > place.number();
        } finally {
            lock.unlock();
        }
    }

    /// Ends all waiting of now.
    void wake() {
        lock.lock();
        try {
            wakes++;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The feed reaches up to there.
    void grow(Sequence head) {
        lock.lock();
        try {
            newest = Math.max(newest, head.number());
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
