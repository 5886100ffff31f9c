package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Subscription;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/// Lanes that wait as another system's values lie at the desk: what is sent meanwhile would
/// overwrite them there. They go on once their conflict is settled, whoever settled it.
final class DeskWaits {

    private final SyncQueue queue;
    private final ConflictStore conflicts;
    private final Runnable wake;

    /// @param wake called where there may be something to deliver
    DeskWaits(SyncQueue queue, ConflictStore conflicts, Runnable wake) {
        this.queue = queue;
        this.conflicts = conflicts;
        this.wake = wake;
    }

    /// Lets go what need not wait any more.
    void release() {
        var settled =
                queue.awaited().stream()
                        .filter(id -> conflicts.find(id).filter(Conflict::isOpen).isEmpty())
                        .collect(Collectors.<ConflictId>toSet());
        if (!settled.isEmpty()) {
            queue.release(settled);
            wake.run();
        }
    }

    /// Looks as soon as something is settled on this node.
    ///
    /// @param executor where it looks: never in the transaction that settled it
    Subscription watch(EventBus bus, Executor executor) {
        return bus.subscribe(
                Pattern.of(EventName.SYNC_CONFLICT),
                new EventListener() {
                    @Override
                    public void on(List<Event> events) {
                        if (events.stream().anyMatch(DeskWaits::isSettled)) {
                            refresh();
                        }
                    }

                    @Override
                    public void refresh() {
                        executor.execute(DeskWaits.this::release);
                    }
                });
    }

    private static boolean isSettled(Event event) {
        return event instanceof Event.ConflictChanged changed
                && changed.what() == Event.ConflictChanged.What.SETTLED;
    }
}
