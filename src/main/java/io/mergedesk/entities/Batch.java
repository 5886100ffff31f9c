package io.mergedesk.entities;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Many edits made as one, such as an import.
///
/// @param label what people know it by: the name of the file
/// @param seenAt when it was last seen at work
public record Batch(
        BatchId id,
        TypeName type,
        String label,
        BatchState state,
        UserId startedBy,
        Instant startedAt,
        Instant seenAt,
        Optional<Instant> finishedAt,
        BatchCounts counts) {

    private static final Duration SILENCE = Duration.ofMinutes(1);

    /// Whether it is at work, as far as the clock tells: one that has been silent for a minute was
    /// interrupted by a crash.
    public boolean isAtWork(Instant now) {
        return isUnfinished() && seenAt.plus(SILENCE).isAfter(now);
    }

    /// Whether a crash stopped it on the way.
    public boolean isInterrupted(Instant now) {
        return isUnfinished() && !isAtWork(now);
    }

    /// Whether there may be something to take back.
    public boolean canBeUndone(Instant now) {
        return switch (state) {
            case DONE, FAILED -> counts.created() + counts.updated() > 0;
            case RUNNING, UNDOING -> isInterrupted(now);
            case CANCELLED, UNDONE -> false;
        };
    }

    public Batch seen(BatchCounts newCounts, Instant now) {
        return new Batch(id, type, label, state, startedBy, startedAt, now, finishedAt, newCounts);
    }

    Batch in(BatchState newState, Instant now) {
        boolean finished = newState != BatchState.RUNNING && newState != BatchState.UNDOING;
        return new Batch(
                id,
                type,
                label,
                newState,
                startedBy,
                startedAt,
                now,
                finished ? Optional.of(now) : Optional.empty(),
                counts);
    }

    /// Whether it has not come to its end: it is at work, or a crash stopped it.
    public boolean isUnfinished() {
        return state == BatchState.RUNNING || state == BatchState.UNDOING;
    }
}
