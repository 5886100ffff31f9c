package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Priority;
import java.time.Instant;
import java.util.Optional;

/// A job in a list.
///
/// @param priority of its lane; of its target once it is finished, as it would be delivered anew
/// @param nextAttempt when its lane goes on, where it rests
/// @param awaits the conflict that is to be settled before its lane goes on
public record JobLine(
        Job job,
        JobState state,
        Priority priority,
        Optional<Instant> nextAttempt,
        Optional<ConflictId> awaits,
        Optional<Instant> finishedAt) {}
