package io.mergedesk.entities;

import java.util.Locale;

/// Where a batch stands.
public enum BatchState {
    RUNNING,
    DONE,
    /// Stopped by a person; what it had written was taken back.
    CANCELLED,
    /// Stopped by an error; what it had written is there until it is undone.
    FAILED,
    UNDOING,
    UNDONE;

    /// The form used in the API and in tables: `running`, `done`, …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when the text names no state
    public static BatchState parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
