package io.mergedesk.realtime;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Change;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import java.util.Set;
import java.util.stream.Collectors;

/// What a client wants to be told under one name: events by pattern; of all types and entities
/// where none is named.
public record Interest(
        String ref, Set<Pattern> events, Set<TypeName> types, Set<EntityId> entities) {

    public Interest {
        if (ref.isEmpty() || events.isEmpty()) {
            throw new IllegalArgumentException("expected a ref and at least one pattern of events");
        }
        events = Set.copyOf(events);
        types = Set.copyOf(types);
        entities = Set.copyOf(entities);
    }

    boolean wants(Change change) {
        return wants(change.event()) && isAbout(change.type(), change.entity());
    }

    boolean wants(Event event) {
        return wants(event.name())
                && (event instanceof Event.OfEntity of
                        ? isAbout(of.type(), of.entity())
                        : types.isEmpty() && entities.isEmpty());
    }

    /// Whether it asks for what has no place in the feed.
    boolean isMoreThanChanges() {
        return events.stream().anyMatch(pattern -> !pattern.text().startsWith("entity:"));
    }

    private static String words(Pattern pattern) {
        return pattern.equals(Pattern.ALL) ? "everything" : pattern.text();
    }

    private boolean wants(EventName name) {
        return events.stream().anyMatch(pattern -> pattern.matches(name));
    }

    private boolean isAbout(TypeName type, EntityId entity) {
        return (types.isEmpty() || types.contains(type))
                && (entities.isEmpty() || entities.contains(entity));
    }

    /// For people: `entity:* of contacts`.
    public String words() {
        var what = events.stream().map(Interest::words).sorted().collect(Collectors.joining(", "));
        var of = types.stream().map(TypeName::value).sorted().collect(Collectors.joining(", "));
        return what
                + (of.isEmpty() ? "" : " of " + of)
                + switch (entities.size()) {
                    case 0 -> "";
                    case 1 -> ", one record";
                    default -> ", " + entities.size() + " records";
                };
    }
}
