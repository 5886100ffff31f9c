package io.mergedesk.sync;

import java.util.Locale;

/// Whether a job is finished, and how.
public enum JobEnd {
    /// It is not: still to be delivered.
    OPEN,
    /// Delivered, or replaced by a later one of its entity.
    DONE,
    /// Given up: it waits for an admin.
    DEAD,
    /// An admin decided that it need not be delivered.
    SKIPPED;

    /// The form used in tables.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobEnd parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
