package io.mergedesk.ui.events;

import io.mergedesk.events.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// New events that are not shown yet: a bounded number of them, the oldest give way.
final class HeldEvents {

    /// @param skipped whether some before them were dropped
    record Batch(List<Event> oldestFirst, boolean skipped) {

        Batch {
            oldestFirst = List.copyOf(oldestFirst);
        }
    }

    private final List<Event> held = new ArrayList<>();
    private final Set<Event> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean skipped;

    /// These are shown already, and may be delivered once more.
    void areShown(List<Event> events) {
        known.addAll(events);
    }

    void add(Incoming.Batch batch) {
        skipped |= batch.skipped();
        batch.oldestFirst().stream().filter(event -> !known.remove(event)).forEach(held::add);
        if (held.size() > Incoming.MOST) {
            held.subList(0, held.size() - Incoming.MOST).clear();
            skipped = true;
        }
    }

    int count() {
        return held.size();
    }

    /// Hands them out; nothing is held any more.
    Batch take() {
        var taken = new Batch(held, skipped);
        held.clear();
        skipped = false;
        return taken;
    }
}
