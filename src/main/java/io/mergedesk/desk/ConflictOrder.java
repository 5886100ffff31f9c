package io.mergedesk.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which order conflicts are listed.
public enum ConflictOrder {
    /// The latest first.
    NEWEST,
    /// The one that has waited longest first.
    OLDEST,
    /// By priority, and among equals the one that has waited longest first; only while they wait.
    URGENT;

    /// Whether a pile can be in this order.
    public boolean fits(ConflictStatus status) {
        return this != URGENT || status == ConflictStatus.OPEN;
    }

    /// The form used in the API and in addresses: `newest`, `oldest`, `urgent`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ConflictOrder> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
