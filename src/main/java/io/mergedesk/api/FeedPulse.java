package io.mergedesk.api;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.Subscription;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/// Wakes those who wait for the feed to grow, or to look whether they still may. One subscription
/// for all: what is new is read from the feed, the bus only says that there is something.
@Component
class FeedPulse implements EventListener, AutoCloseable {

    private final Lock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Subscription subscription;
    private long newest;
    private long wakes;

    FeedPulse(EventBus bus) {
        subscription = bus.subscribe(new Pattern("entity:*"), this);
    }

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

    @Override
    public void on(List<Event> events) {
        for (var event : events) {
            if (event instanceof Event.EntityChanged changed) {
                grow(changed.sequence().number());
            }
        }
    }

    /// Nothing to do: the newest event follows, and older ones wake nobody.
    @Override
    public void refresh() {}

    private void grow(long sequence) {
        lock.lock();
        try {
            newest = Math.max(newest, sequence);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}
