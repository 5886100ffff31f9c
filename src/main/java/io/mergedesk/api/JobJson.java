package io.mergedesk.api;

import io.mergedesk.sync.JobLine;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job of the sync queue as programs see it.
///
/// @param awaitsConflictId the conflict that is to be settled before it goes; null where it waits
///   for none
record JobJson(
        UUID id,
        int targetId,
        String event,
        UUID entityId,
        String type,
        long revision,
        @Nullable UUID conflictId,
        String state,
        String priority,
        int attempts,
        @Nullable String problem,
        @Nullable Instant nextAttempt,
        @Nullable UUID awaitsConflictId,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static JobJson of(JobLine line) {
        var job = line.job();
        return new JobJson(
                job.id().value(),
                job.target().number(),
                job.event().wireName(),
                job.entity().value(),
                job.type().value(),
                job.revision().number(),
                job.conflict().map(one -> one.value()).orElse(null),
                line.state().wireName(),
                line.priority().wireName(),
                job.attempts(),
                job.problem().orElse(null),
                line.nextAttempt().orElse(null),
                line.awaits().map(one -> one.value()).orElse(null),
                job.createdAt(),
                line.finishedAt().orElse(null));
    }
}
