package io.mergedesk.common;

import java.util.Locale;

/// How an edit came in.
public enum Origin {
    UI,
    API,
    IMPORT,
    OFFLINE,
    SITE,
    MERGE,
    RESTORE;

    /// The form used in the API and in tables: `ui`, `api`, …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when the text names no origin
    public static Origin parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
