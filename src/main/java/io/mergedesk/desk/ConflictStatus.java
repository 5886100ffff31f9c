package io.mergedesk.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The three piles of the desk.
public enum ConflictStatus {
    /// Waits for a decision.
    OPEN,
    /// Decided by a person or a rule, or overtaken by a later edit.
    SETTLED,
    /// Merged without asking; may be reviewed and overridden.
    AUTOMATIC;

    /// The form used in the API and in addresses: `open`, `settled`, `automatic`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ConflictStatus> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
