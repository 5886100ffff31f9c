package io.mergedesk.ui.events;

import io.mergedesk.events.Event;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What came from the bus and was not shown yet; the oldest give way when too many wait.
final class Incoming implements EventListener {

    /// How many events a page keeps.
    static final int MOST = 300;

    /// What waited.
    ///
    /// @param counts all that came, also those that gave way
    /// @param skipped whether some are missing
    record Batch(List<Event> oldestFirst, Map<EventName, Long> counts, boolean skipped) {}

    private final Deque<Event> waiting = new ArrayDeque<>();
    private final Map<EventName, Long> counts = new EnumMap<>(EventName.class);
    private volatile Runnable came = () -> {};
    private boolean skipped;

    /// Calls back, in the thread of the bus, whenever something waits.
    void announceTo(Runnable listener) {
        came = listener;
    }

    @Override
    public void on(List<Event> events) {
        synchronized (this) {
            for (var event : events) {
                counts.merge(event.name(), 1L, Long::sum);
                waiting.addLast(event);
                if (waiting.size() > MOST) {
                    waiting.removeFirst();
                    skipped = true;
                }
            }
        }
        came.run();
    }

    @Override
    public void refresh() {
        synchronized (this) {
            skipped = true;
        }
        came.run();
    }

    synchronized Batch take() {
        var batch = new Batch(List.copyOf(waiting), Map.copyOf(counts), skipped);
        waiting.clear();
        counts.clear();
        skipped = false;
        return batch;
    }
}
