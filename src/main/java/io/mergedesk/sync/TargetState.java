package io.mergedesk.sync;

import java.util.Locale;

/// Whether a target is sent to. Its jobs are kept in every state.
public enum TargetState {
    ACTIVE,
    /// An admin wants nothing sent for now.
    PAUSED,
    /// The other side said that it wants no more (410 Gone), until an admin resumes it.
    DISABLED;

    /// The form used in the API and in tables: `active`, `paused`, `disabled`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TargetState parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
