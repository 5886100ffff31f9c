package io.mergedesk.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What waits for one subscriber; at most one delivery runs at a time, so that order is kept.
final class SubscriberLine {

    static final int LONGEST = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(SubscriberLine.class);

    private final Pattern pattern;
    private final EventListener listener;
    private final Executor executor;
    private List<Event> waiting = new ArrayList<>();
    private boolean overflown;
    private boolean running;
    private boolean closed;

    SubscriberLine(Pattern pattern, EventListener listener, Executor executor) {
        this.pattern = pattern;
        this.listener = listener;
        this.executor = executor;
    }

    /// Whether the subscriber wants it.
    boolean offer(Event event) {
        if (!pattern.matches(event.name())) {
            return false;
        }
        synchronized (this) {
            if (closed) {
                return false;
            }
            if (waiting.size() == LONGEST) {
                overflown = true;
                waiting.clear();
            }
            waiting.add(event);
            if (running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::drain);
        return true;
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void drain() {
        while (true) {
            List<Event> batch;
            boolean refresh;
            synchronized (this) {
                if (closed || (waiting.isEmpty() && !overflown)) {
                    running = false;
                    return;
                }
                batch = waiting;
                refresh = overflown;
                waiting = new ArrayList<>();
                overflown = false;
            }
            deliver(batch, refresh);
        }
    }

    private void deliver(List<Event> batch, boolean refresh) {
        try {
            if (refresh) {
                listener.refresh();
            }
            if (!batch.isEmpty()) {
                listener.on(List.copyOf(batch));
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "a subscriber to {} failed and goes on with the next events",
                    pattern.text(),
                    e);
        }
    }
}
