package io.mergedesk.ui.events;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Events as one reads them.
final class EventWords {

    private static final int MOST_LABELS = 4;

    private EventWords() {}

    /// What somebody did, between their name and the record: "changed Phone, Status of".
    static String verb(Event.EntityChanged event, Optional<EntityType> type) {
        return switch (event.name()) {
            case ENTITY_CREATED -> event.origin() == Origin.IMPORT ? "imported" : "created";
            case ENTITY_DELETED -> "deleted";
            default ->
                    event.fields().isEmpty()
                            ? event.origin() == Origin.RESTORE ? "brought back" : "saved"
                            : "changed " + labels(event.fields(), type) + " of";
        };
    }

    /// What somebody did about a conflict, between their name and the record.
    static String verb(Event.ConflictChanged event) {
        return switch (event.what()) {
            case PARKED -> "and others changed the same of";
            case MERGED -> "was joined with others in";
            case SETTLED -> "settled a conflict in";
            case REOPENED -> "reopened a conflict in";
            case HANDLED -> "noted something about a conflict in";
        };
    }

    /// What a job does with a target, between the target's name and the record.
    static String verb(Event.JobChanged event) {
        return switch (event.name()) {
            case SYNC_QUEUED -> "is to be told of";
            case SYNC_COMPLETED -> "was told of";
            default -> "could not be told of";
        };
    }

    private static String labels(Collection<FieldName> fields, Optional<EntityType> type) {
        List<String> all =
                fields.stream()
                        .map(field -> type.map(its -> its.labelOf(field)).orElse(field.value()))
                        .toList();
        return all.size() <= MOST_LABELS
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, MOST_LABELS - 1))
                        + " and "
                        + (all.size() - MOST_LABELS + 1)
                        + " more";
    }

    static StatusBadge.Kind tone(EventName name) {
        return switch (name) {
            case ENTITY_CREATED -> StatusBadge.Kind.OK;
            case ENTITY_UPDATED -> StatusBadge.Kind.ACCENT;
            case ENTITY_DELETED, SYNC_FAILED -> StatusBadge.Kind.BAD;
            case SYNC_QUEUED -> StatusBadge.Kind.PENDING;
            case SYNC_COMPLETED, NETWORK_ONLINE -> StatusBadge.Kind.SYNCED;
            case SYNC_CONFLICT -> StatusBadge.Kind.CONFLICT;
            case NETWORK_OFFLINE -> StatusBadge.Kind.WARN;
        };
    }

    /// Why a pattern is not one.
    static String wrongPattern(String text) {
        return "No event matches “"
                + text
                + "”. Write *, entity:*, sync:*, network:* or a whole name such as entity:updated.";
    }
}
