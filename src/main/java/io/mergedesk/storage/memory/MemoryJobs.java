package io.mergedesk.storage.memory;

import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.Settled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Jobs in memory, those that are finished too.
final class MemoryJobs {

    private static final Comparator<Job> IN_LANE =
            Comparator.comparing(Job::revision).thenComparing(Job::id);
    private static final Set<JobEnd> CLEANED = Set.of(JobEnd.DONE, JobEnd.SKIPPED);

    private final MemoryTable<JobId, KeptJob> jobs;
    private final MemoryTable<JobId, List<AttemptLine>> attempts;

    MemoryJobs(MemoryTransactions transactions) {
        jobs = new MemoryTable<>(transactions, Comparator.<JobId>naturalOrder());
        attempts = new MemoryTable<>(transactions, Comparator.<JobId>naturalOrder());
    }

    void add(Job job) {
        jobs.put(job.id(), KeptJob.open(job));
    }

    /// Those of a lane, in their order.
    List<Job> in(LaneKey lane, Predicate<KeptJob> which) {
        return jobs.all().values().stream()
                .filter(kept -> kept.job().lane().equals(lane))
                .filter(which)
                .map(KeptJob::job)
                .sorted(IN_LANE)
                .toList();
    }

    void note(Settled.Outcome outcome, Instant now) {
        var id = outcome.job().id();
        jobs.find(id).ifPresent(kept -> jobs.put(id, kept.after(outcome, now)));
        outcome.attempt()
                .ifPresent(one -> {
                    var all = new ArrayList<>(attempts(id));
                    all.add(
                            new AttemptLine(
                                    id,
                                    outcome.attempts(),
                                    one.at(),
                                    one.outcome(),
                                    outcome.problem(),
                                    one.exchange()));
                    attempts.put(id, List.copyOf(all));
                });
    }

    /// All there are, the oldest first.
    NavigableMap<JobId, KeptJob> all() {
        return jobs.all();
    }

    Optional<KeptJob> find(JobId id) {
        return jobs.find(id);
    }

    void put(KeptJob kept) {
        jobs.put(kept.job().id(), kept);
    }

    /// The delivery log of a job, oldest first.
    List<AttemptLine> attempts(JobId id) {
        return attempts.find(id).orElse(List.of());
    }

    /// The delivery log of all.
    Stream<AttemptLine> attempts() {
        return attempts.all().values().stream().flatMap(List::stream);
    }

    /// @return how many jobs
    int clean(Instant before, int most) {
        var old =
                jobs.all().values().stream()
                        .filter(kept -> CLEANED.contains(kept.end()))
                        .filter(kept -> kept.finishedAt().isBefore(before))
                        .limit(most)
                        .toList();
        old.forEach(kept -> {
            jobs.remove(kept.job().id());
            attempts.remove(kept.job().id());
        });
        return old.size();
    }
}
