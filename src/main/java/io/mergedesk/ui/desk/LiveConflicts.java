package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Subscription;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.Paced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Brings what happens to conflicts into one page, at most five times a second however much there
/// is.
final class LiveConflicts implements EventListener {

    private static final int MOST = 500;

    private final Paced paced;
    private final List<Event.ConflictChanged> waiting = new ArrayList<>();
    private boolean tooMany;

    private LiveConflicts(
            UI page, Consumer<List<Event.ConflictChanged>> changes, Runnable everything) {
        paced =
                Paced.inPage(
                        page,
                        () -> {
                            var taken = take();
                            if (taken.tooMany()) {
                                everything.run();
                            } else if (!taken.changes().isEmpty()) {
                                changes.accept(taken.changes());
                            }
                        });
    }

    /// Until it is closed, runs in the page: `changes` with what happened, in order, or
    /// `everything` when so much happened that it is simpler to read anew.
    static Subscription subscribe(
            UI page,
            EventBus bus,
            Consumer<List<Event.ConflictChanged>> changes,
            Runnable everything) {
        return bus.subscribe(
                Pattern.of(EventName.SYNC_CONFLICT), new LiveConflicts(page, changes, everything));
    }

    @Override
    public void on(List<Event> events) {
        synchronized (this) {
            for (var event : events) {
                if (event instanceof Event.ConflictChanged change) {
                    waiting.add(change);
                }
            }
            if (waiting.size() > MOST) {
                waiting.clear();
                tooMany = true;
            }
        }
        paced.run();
    }

    @Override
    public void refresh() {
        synchronized (this) {
            tooMany = true;
        }
        paced.run();
    }

    private record Taken(List<Event.ConflictChanged> changes, boolean tooMany) {}

    private synchronized Taken take() {
        var taken = new Taken(List.copyOf(waiting), tooMany);
        waiting.clear();
        tooMany = false;
        return taken;
    }
}
