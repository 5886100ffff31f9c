package io.mergedesk.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How soon something is to be dealt with; the most urgent first.
public enum Priority {
    CRITICAL(1),
    HIGH(2),
    MEDIUM(3),
    LOW(4);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /// Its place from the most urgent on, 1 to 4: what tables sort by.
    public int rank() {
        return rank;
    }

    /// @throws IllegalArgumentException when no priority has that rank
    public static Priority ofRank(int rank) {
        return Arrays.stream(values())
                .filter(one -> one.rank == rank)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a rank from 1 to 4, got " + rank));
    }

    /// The form used in the API and in tables: `critical`, `high`, `medium`, `low`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
