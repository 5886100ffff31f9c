package io.mergedesk.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How soon something is to be dealt with; the most urgent first.
public enum Priority {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /// The form used in the API and in tables: `critical`, `high`, `medium`, `low`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
