package io.mergedesk.events;

import io.mergedesk.common.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells everybody who subscribed what has happened, in order, without waiting for any of them.
///
/// Publish only what is committed. Each subscriber has a line of its own: a slow one delays nobody,
/// and one that falls more than a thousand events behind is told to refresh instead. The last
/// hundred events are kept. Debug mode logs each delivery.
public final class EventBus {

    /// How many past events are kept.
    public static final int HISTORY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);

    private final Executor executor;
    private final Set<SubscriberLine> lines = ConcurrentHashMap.newKeySet();
    private final Deque<Event> history = new ArrayDeque<>();
    private volatile boolean debug;

    /// @param executor runs the deliveries; one task for each subscriber at a time
    public EventBus(Executor executor) {
        this.executor = executor;
    }

    /// From now on, until the subscription is closed.
    public Subscription subscribe(Pattern pattern, EventListener listener) {
        var line = new SubscriberLine(pattern, listener, executor);
        lines.add(line);
        return () -> {
            line.close();
            lines.remove(line);
        };
    }

    /// Hands an event to all who want it; callers publish one at a time, in order.
    public synchronized void publish(Event event) {
        history.addLast(event);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        int wanted = 0;
        for (var line : lines) {
            if (line.offer(event)) {
                wanted++;
            }
        }
        if (debug) {
            LOG.info(
                    "{} to {} of {} subscribers: {}",
                    event.name().wireName(),
                    wanted,
                    lines.size(),
                    event);
        }
    }

    /// The last events, oldest first.
    public synchronized List<Event> history() {
        return List.copyOf(history);
    }

    public boolean isDebug() {
        return debug;
    }

    public void setDebug(boolean on) {
        debug = on;
        LOG.info("event bus debug mode is {}", on ? "on" : "off");
    }

    public int subscribers() {
        return lines.size();
    }
}
