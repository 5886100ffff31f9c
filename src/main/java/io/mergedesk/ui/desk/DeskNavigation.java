package io.mergedesk.ui.desk;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.Subscription;
import io.mergedesk.desk.Desk;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.NavigationEntries;
import io.mergedesk.ui.shell.NavigationEntry;
import io.mergedesk.ui.shell.NavigationGroup;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// *Conflicts* with how many wait, and *Automatic merges*.
@Component
@Order(20)
class DeskNavigation implements NavigationEntries {

    private final Desk desk;
    private final EventBus bus;

    DeskNavigation(Desk desk, EventBus bus) {
        this.desk = desk;
        this.bus = bus;
    }

    @Override
    public NavigationGroup group() {
        return NavigationGroup.DESK;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        var counter =
                new NavigationEntry.Counter(
                        desk.open(actor), NavigationEntry.Tone.CONTESTED, "open conflicts");
        return List.of(
                NavigationEntry.to(
                                "conflicts",
                                actor.is(Role.SUPERVISOR) ? "Conflicts" : "Waiting edits")
                        .counting(counter),
                NavigationEntry.to("merges", "Automatic merges"));
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return bus.subscribe(
                Pattern.of(EventName.SYNC_CONFLICT),
                new EventListener() {
                    @Override
                    public void on(List<Event> events) {
                        changed.run();
                    }

                    @Override
                    public void refresh() {
                        changed.run();
                    }
                });
    }
}
