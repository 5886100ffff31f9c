package io.mergedesk.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The nine events, by the names they have on the bus and on every wire.
public enum EventName {
    ENTITY_CREATED,
    ENTITY_UPDATED,
    ENTITY_DELETED,
    SYNC_QUEUED,
    SYNC_COMPLETED,
    SYNC_FAILED,
    SYNC_CONFLICT,
    NETWORK_ONLINE,
    NETWORK_OFFLINE;

    /// Such as `entity:created`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /// What happened, without the family: `created`.
    public String verb() {
        return wireName().substring(wireName().indexOf(':') + 1);
    }

    public static Optional<EventName> parse(String text) {
        return Arrays.stream(values()).filter(name -> name.wireName().equals(text)).findFirst();
    }
}
