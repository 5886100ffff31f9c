package io.mergedesk.entities;

import java.util.Locale;

/// How an entity stands with the other systems and the desk.
public enum EntityStatus {
    SYNCED,
    PENDING,
    CONFLICT;

    /// The form used in the API and in tables: `synced`, `pending`, `conflict`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EntityStatus parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
