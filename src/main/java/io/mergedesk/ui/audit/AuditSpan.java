package io.mergedesk.ui.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A stretch of time up to now.
enum AuditSpan {
    LAST_VISIT("Since my last visit"),
    HOUR("The last hour"),
    TODAY("Today"),
    WEEK("The last 7 days"),
    MONTH("The last 30 days");

    private final String label;

    AuditSpan(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// In addresses: `last-visit`, `hour`, …
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<AuditSpan> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }

    Instant start(AuditTimes times) {
        return switch (this) {
            case LAST_VISIT -> times.lastVisit();
            case HOUR -> times.now().minus(Duration.ofHours(1));
            case TODAY -> times.startOf(LocalDate.ofInstant(times.now(), times.zone()));
            case WEEK -> times.now().minus(Duration.ofDays(7));
            case MONTH -> times.now().minus(Duration.ofDays(30));
        };
    }
}
