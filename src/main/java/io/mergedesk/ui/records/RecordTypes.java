package io.mergedesk.ui.records;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Subscription;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
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

/// The types of records at the top of the navigation, each with about how many there are.
@Component
@Order(1)
class RecordTypes implements NavigationEntries {

    private final TypeService types;
    private final EntityService entities;
    private final EventBus bus;

    RecordTypes(TypeService types, EntityService entities, EventBus bus) {
        this.types = types;
        this.entities = entities;
        this.bus = bus;
    }

    @Override
    public NavigationGroup group() {
        return NavigationGroup.RECORDS;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return types.all().stream().map(this::entry).toList();
    }

    private NavigationEntry entry(EntityType type) {
        return NavigationEntry.to("records/" + type.name(), type.label())
                .counting(
                        new NavigationEntry.Counter(
                                entities.roughCount(type), NavigationEntry.Tone.SIZE, "records"));
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return bus.subscribe(
                new Pattern("entity:*"),
                new EventListener() {
                    @Override
                    public void on(List<Event> events) {
                        if (events.stream()
                                .anyMatch(event -> event.name() != EventName.ENTITY_UPDATED)) {
                            changed.run();
                        }
                    }

                    @Override
                    public void refresh() {
                        changed.run();
                    }
                });
    }
}
