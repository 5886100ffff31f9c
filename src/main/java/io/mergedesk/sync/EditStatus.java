package io.mergedesk.sync;

import java.util.Locale;
import java.util.Optional;

/// How an edit fared at a target, the one that needs people most first.
public enum EditStatus {
    /// The other system had changed the same: it waits at the desk, or the decision is on its way.
    CONFLICT,
    /// The other system did not take it: an admin has to see to it.
    REFUSED,
    /// Still to be delivered.
    PENDING,
    /// The other system had changed something else: it has both now, or will in a moment.
    MERGED,
    /// The other system has it.
    ACCEPTED;

    /// The form used in the API: `pending`, `accepted`, …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param attempt what came of the last one, as the delivery log has it; empty where there was
    ///   none
    /// @return empty where an admin decided that the target need not be told
    public static Optional<EditStatus> of(JobEnd end, String attempt) {
        return switch (end) {
            case OPEN -> Optional.of(PENDING);
            case SKIPPED -> Optional.empty();
            case DONE ->
                    Optional.of(AttemptLine.SETTLED_HERE.contains(attempt) ? MERGED : ACCEPTED);
            case DEAD ->
                    Optional.of(
                            switch (attempt) {
                                case AttemptLine.MERGED -> MERGED;
                                case AttemptLine.CONFLICT -> CONFLICT;
                                default -> REFUSED;
                            });
        };
    }
}
