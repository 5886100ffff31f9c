package io.mergedesk.ui.records;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.Paced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Brings what others do to the records of a type, and to edits of them that wait, into one page,
/// at most five times a second however much there is.
final class LiveRecords implements EventListener {

    private static final int MOST = 2_000;

    private final TypeName type;
    private final Paced paced;
    private final List<Event.OfEntity> waiting = new ArrayList<>();
    private boolean tooMany;

    private LiveRecords(
            UI page, TypeName type, Consumer<List<Event.OfEntity>> changes, Runnable everything) {
        this.type = type;
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
            TypeName type,
            Consumer<List<Event.OfEntity>> changes,
            Runnable everything) {
        var listener = new LiveRecords(page, type, changes, everything);
        var entities = bus.subscribe(new Pattern("entity:*"), listener);
        var conflicts = bus.subscribe(Pattern.of(EventName.SYNC_CONFLICT), listener);
        var told = bus.subscribe(Pattern.of(EventName.SYNC_COMPLETED), listener);
        return () -> {
            entities.close();
            conflicts.close();
            told.close();
        };
    }

    @Override
    public void on(List<Event> events) {
        boolean any = false;
        synchronized (this) {
            for (var event : events) {
                if (event instanceof Event.OfEntity change && change.type().equals(type)) {
                    waiting.add(change);
                    any = true;
                }
            }
            if (waiting.size() > MOST) {
                waiting.clear();
                tooMany = true;
            }
        }
        if (any) {
            paced.run();
        }
    }

    @Override
    public void refresh() {
        synchronized (this) {
            tooMany = true;
        }
        paced.run();
    }

    private record Taken(List<Event.OfEntity> changes, boolean tooMany) {}

    private synchronized Taken take() {
        var taken = new Taken(List.copyOf(waiting), tooMany);
        waiting.clear();
        tooMany = false;
        return taken;
    }
}
