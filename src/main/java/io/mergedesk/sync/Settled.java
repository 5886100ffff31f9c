package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was done under a lease: given back to the queue with it.
///
/// @param outcomes of the jobs that were tried or left out, in their order; the others stay as they
///   are
/// @param pause how long the lane rests; nothing where it goes on at once
/// @param etag what the other system answered last; empty where it answered none
/// @param awaits the conflict that is to be settled before the lane goes on
public record Settled(
        Lease lease,
        List<Outcome> outcomes,
        Duration pause,
        Optional<String> etag,
        Optional<ConflictId> awaits) {

    public Settled {
        outcomes = List.copyOf(outcomes);
    }

    public Settled(Lease lease, List<Outcome> outcomes, Duration pause, Optional<String> etag) {
        this(lease, outcomes, pause, etag, Optional.empty());
    }

    /// What came of one job.
    ///
    /// @param attempts made by now
    /// @param attempt the one just made, for the delivery log; empty where none was
    public record Outcome(
            Job job,
            JobEnd end,
            int attempts,
            Optional<String> problem,
            Optional<Attempt> attempt) {

        /// Whether the other record had changed, and what comes of that is told by a revision or a
        /// conflict of its own.
        boolean isSettledHere() {
            return end == JobEnd.DEAD
                    && attempt.map(Attempt::outcome)
                            .filter(AttemptLine.SETTLED_HERE::contains)
                            .isPresent();
        }
    }

    /// How many of the jobs that were open are finished.
    public int finished() {
        return (int)
                outcomes.stream()
                        .filter(one -> one.end() != JobEnd.OPEN)
                        .filter(one -> !lease.untold().contains(one.job()))
                        .count();
    }

    /// One line of the delivery log.
    ///
    /// @param outcome such as `taken`
    public record Attempt(String outcome, Instant at, Exchange exchange) {}
}
