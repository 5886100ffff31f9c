package io.mergedesk.conflicts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What is done when two edits meet in one field.
public enum MergeStrategy {
    LAST_WRITE_WINS,
    MANUAL,
    FIELD_LEVEL_MERGE;

    /// The form used in the API and in tables, such as `field-level-merge`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<MergeStrategy> parse(String text) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.wireName().equals(text))
                .findFirst();
    }
}
