package io.mergedesk.audit;

import io.mergedesk.events.EventName;
import io.mergedesk.trail.TrailAction;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What was done: `created`, `updated` or `deleted` for edits of records, else the name of a
/// [TrailAction].
public record AuditAction(String wireName) {

    private static final Set<String> EDITS =
            Set.of(
                    EventName.ENTITY_CREATED.verb(),
                    EventName.ENTITY_UPDATED.verb(),
                    EventName.ENTITY_DELETED.verb());

    /// The action of that wire name; empty when there is none.
    public static Optional<AuditAction> parse(String text) {
        return Optional.of(text).filter(known()::contains).map(AuditAction::new);
    }

    /// All wire names there are, edits first.
    public static Set<String> known() {
        var known = new LinkedHashSet<String>();
        known.add(EventName.ENTITY_CREATED.verb());
        known.add(EventName.ENTITY_UPDATED.verb());
        known.add(EventName.ENTITY_DELETED.verb());
        for (var action : TrailAction.values()) {
            known.add(action.wireName());
        }
        return Collections.unmodifiableSet(known);
    }

    /// Whether it is an edit of a record, and so in the feed.
    boolean isEdit() {
        return EDITS.contains(wireName);
    }

    @Override
    public String toString() {
        return wireName;
    }
}
