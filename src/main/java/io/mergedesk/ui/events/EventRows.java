package io.mergedesk.ui.events;

import com.vaadin.flow.component.html.OrderedList;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Event;
import io.mergedesk.events.Pattern;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The newest events on top, as many as a page keeps; those that match the pattern are shown.
final class EventRows extends OrderedList {

    private final transient EntityService entities;
    private final transient TypeService types;
    private final transient Actor actor;
    private final Deque<Event> kept = new ArrayDeque<>();
    private Pattern pattern = Pattern.ALL;
    private ZoneId zone = ZoneOffset.UTC;

    EventRows(EntityService entities, TypeService types, Actor actor) {
        this.entities = entities;
        this.types = types;
        this.actor = actor;
        addClassName("events");
        getElement().setAttribute("aria-label", "Events, newest first");
    }

    void readIn(ZoneId readersZone) {
        zone = readersZone;
    }

    /// Shows only what matches, of all that is kept.
    void only(Pattern wanted) {
        pattern = wanted;
        removeAll();
        show(List.copyOf(kept).reversed());
    }

    /// Adds on top, and drops what is too old.
    void add(List<Event> oldestFirst, boolean skipped) {
        if (skipped) {
            addComponentAsFirst(EventRow.ofGap());
        }
        for (var event : oldestFirst) {
            kept.addFirst(event);
            if (kept.size() > Incoming.MOST) {
                kept.removeLast();
            }
        }
        show(oldestFirst);
        for (int last = getComponentCount(); last > Incoming.MOST; last--) {
            remove(getComponentAt(last - 1));
        }
    }

    Pattern pattern() {
        return pattern;
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    private void show(List<Event> oldestFirst) {
        var matching = oldestFirst.stream().filter(event -> pattern.matches(event.name())).toList();
        var newest =
                matching.subList(Math.max(0, matching.size() - Incoming.MOST), matching.size());
        var titles = titles(newest);
        for (var event : newest) {
            addComponentAsFirst(row(event, titles));
        }
    }

    private EventRow row(Event event, Map<EntityId, Entity> found) {
        if (event instanceof Event.OfEntity changed) {
            var type = types.find(changed.type());
            var title =
                    type.flatMap(its ->
                            Optional.ofNullable(found.get(changed.entity())).map(its::titleOf));
            return EventRow.of(event, zone, type, title);
        }
        return EventRow.of(event, zone, Optional.empty(), Optional.empty());
    }

    private Map<EntityId, Entity> titles(Collection<Event> events) {
        var ids =
                events.stream()
                        .filter(Event.OfEntity.class::isInstance)
                        .map(event -> ((Event.OfEntity) event).entity())
                        .collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : entities.findAll(ids, actor);
    }
}
