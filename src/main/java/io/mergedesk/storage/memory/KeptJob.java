package io.mergedesk.storage.memory;

import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.Settled;
import java.time.Instant;
import java.util.Optional;

/// A job in memory.
///
/// @param outcome of its last attempt
record KeptJob(Job job, JobEnd end, Instant finishedAt, Optional<String> outcome) {

    static KeptJob open(Job job) {
        return new KeptJob(job, JobEnd.OPEN, Instant.MIN, Optional.empty());
    }

    KeptJob after(Settled.Outcome done, Instant now) {
        return new KeptJob(
                done.job().tried(done.attempts(), done.problem()),
                done.end(),
                now,
                done.attempt().map(Settled.Attempt::outcome).or(() -> outcome));
    }

    /// With that sent in place of what the history says.
    KeptJob sending(String body) {
        var changed =
                new Job(
                        job.id(),
                        job.target(),
                        job.entity(),
                        job.type(),
                        job.revision(),
                        job.event(),
                        job.conflict(),
                        job.attempts(),
                        job.createdAt(),
                        job.problem(),
                        Optional.of(body));
        return new KeptJob(changed, end, finishedAt, outcome);
    }

    KeptJob reopened() {
        return new KeptJob(job, JobEnd.OPEN, Instant.MIN, outcome);
    }

    KeptJob skipped(Instant now) {
        return new KeptJob(job, JobEnd.SKIPPED, now, outcome);
    }

    boolean isOpen() {
        return end == JobEnd.OPEN;
    }

    /// Not taken as the other record had changed, and what came of it is not told yet.
    boolean isUntold() {
        return end == JobEnd.DEAD && outcome.filter(AttemptLine.SETTLED_HERE::contains).isPresent();
    }
}
