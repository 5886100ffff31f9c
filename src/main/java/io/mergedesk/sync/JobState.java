package io.mergedesk.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a job stands, as people see it.
public enum JobState {
    /// Behind an earlier job of its entity, until its next attempt or the decision of a conflict,
    /// or held back.
    WAITING,
    /// May go.
    READY,
    /// Is being delivered.
    RUNNING,
    /// Delivered.
    DONE,
    /// Given up: waits for an admin.
    DEAD,
    /// An admin decided that it need not be delivered.
    SKIPPED;

    /// The form used in the API: `waiting`, `ready`, …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<JobState> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
