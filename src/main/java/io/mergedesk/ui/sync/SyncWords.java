package io.mergedesk.ui.sync;

import io.mergedesk.common.Priority;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.JobState;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Locale;

/// How the screen says it.
final class SyncWords {

    static final String AWAITS = "for a decision";

    private SyncWords() {}

    static String of(JobState state) {
        return switch (state) {
            case WAITING -> "Waiting";
            case READY -> "Ready";
            case RUNNING -> "Running";
            case DONE -> "Done";
            case DEAD -> "Dead";
            case SKIPPED -> "Skipped";
        };
    }

    static StatusBadge badge(JobState state) {
        var kind =
                switch (state) {
                    case WAITING -> StatusBadge.Kind.PENDING;
                    case READY, RUNNING -> StatusBadge.Kind.ACCENT;
                    case DONE -> StatusBadge.Kind.OK;
                    case DEAD -> StatusBadge.Kind.BAD;
                    case SKIPPED -> StatusBadge.Kind.PLAIN;
                };
        return new StatusBadge(of(state).toLowerCase(Locale.ROOT), kind);
    }

    static StatusBadge badge(Priority priority) {
        return new StatusBadge(
                priority.wireName(),
                switch (priority) {
                    case CRITICAL -> StatusBadge.Kind.BAD;
                    case HIGH -> StatusBadge.Kind.WARN;
                    case MEDIUM, LOW -> StatusBadge.Kind.PLAIN;
                });
    }

    static String of(EventName event) {
        return switch (event) {
            case ENTITY_CREATED -> "created";
            case ENTITY_UPDATED -> "changed";
            case ENTITY_DELETED -> "deleted";
            case SYNC_CONFLICT -> "conflict";
            default -> event.wireName();
        };
    }

    static String count(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s", count, what);
    }
}
