package io.mergedesk.ui.merge;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.Paced;
import java.util.List;
import java.util.function.Supplier;

/// Tells a page that something happened to its conflict or to the entity behind it.
record LiveConflict(Supplier<ConflictNow> shown, Paced work) implements EventListener {

    /// Until it is closed.
    static Subscription subscribe(
            UI page, EventBus bus, Supplier<ConflictNow> shown, Runnable changed) {
        var listener = new LiveConflict(shown, Paced.inPage(page, changed::run));
        var entities = bus.subscribe(new Pattern("entity:*"), listener);
        var conflicts = bus.subscribe(new Pattern("sync:conflict"), listener);
        return () -> {
            entities.close();
            conflicts.close();
        };
    }

    @Override
    public void on(List<Event> events) {
        if (events.stream().anyMatch(this::isAbout)) {
            work.run();
        }
    }

    private boolean isAbout(Event event) {
        return event instanceof Event.OfEntity about
                && about.entity().equals(shown.get().current().id());
    }

    @Override
    public void refresh() {
        work.run();
    }
}
