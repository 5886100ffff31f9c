package io.mergedesk.storage.memory;

import io.mergedesk.common.Priority;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.Pulse;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How jobs in memory stand, and what came of their attempts.
final class MemoryJobFigures {

    /// Of those that are done only those of the last day are counted.
    private static final Duration COUNTED = Duration.ofDays(1);

    private final MemorySyncQueue queue;
    private final MemoryJobs jobs;
    private final MemoryTargetStore targets;
    private final InstantSource clock;

    private record Place(TargetId target, Priority priority, JobState state) {}

    MemoryJobFigures(MemorySyncQueue queue, MemoryTargetStore targets, InstantSource clock) {
        this.queue = queue;
        this.jobs = queue.jobs();
        this.targets = targets;
        this.clock = clock;
    }

    JobLine line(KeptJob kept) {
        var job = kept.job();
        var lane = kept.isOpen() ? queue.lanes().find(job.lane()) : Optional.<MemoryLane>empty();
        var state = state(kept, lane);
        var awaits = lane.flatMap(MemoryLane::awaits);
        return new JobLine(
                job,
                state,
                lane.map(MemoryLane::priority)
                        .or(() -> targets.definition(job.target()).map(one -> one.priority()))
                        .orElse(Priority.MEDIUM),
                lane.filter(_ -> state == JobState.WAITING && awaits.isEmpty())
                        .map(MemoryLane::dueAt),
                awaits,
                kept.isOpen() ? Optional.empty() : Optional.of(kept.finishedAt()));
    }

    private JobState state(KeptJob kept, Optional<MemoryLane> lane) {
        return switch (kept.end()) {
            case DONE -> JobState.DONE;
            case DEAD -> JobState.DEAD;
            case SKIPPED -> JobState.SKIPPED;
            case OPEN ->
                    lane.filter(_ -> isFirst(kept))
                            .map(one ->
                                    one.owner().isPresent()
                                            ? JobState.RUNNING
                                            : one.isFree() && !one.dueAt().isAfter(clock.instant())
                                                    ? JobState.READY
                                                    : JobState.WAITING)
                            .orElse(JobState.WAITING);
        };
    }

    private boolean isFirst(KeptJob kept) {
        return jobs.in(kept.job().lane(), KeptJob::isOpen).getFirst().equals(kept.job());
    }

    List<Standing> standings() {
        var since = clock.instant().minus(COUNTED);
        var sums = new LinkedHashMap<Place, Long>();
        for (var kept : jobs.all().values()) {
            boolean counted =
                    switch (kept.end()) {
                        case OPEN, DEAD -> true;
                        case DONE -> kept.finishedAt().isAfter(since);
                        case SKIPPED -> false;
                    };
            if (counted && targets.find(kept.job().target()).isPresent()) {
                var line = line(kept);
                sums.merge(
                        new Place(kept.job().target(), line.priority(), line.state()),
                        1L,
                        Long::sum);
            }
        }
        var standings = new ArrayList<Standing>();
        sums.forEach((place, many) ->
                standings.add(new Standing(place.target(), place.priority(), place.state(), many)));
        return standings;
    }

    CatchUp catchUp(TargetId target) {
        var open = of(target).filter(KeptJob::isOpen).toList();
        var oldest = open.stream().map(kept -> kept.job().createdAt()).min(Instant::compareTo);
        long sent =
                oldest.map(from ->
                                of(target)
                                        .filter(kept -> kept.end() == JobEnd.DONE)
                                        .filter(kept -> !kept.finishedAt().isBefore(from))
                                        .count())
                        .orElse(0L);
        return new CatchUp(sent, open.size());
    }

    private Stream<KeptJob> of(TargetId target) {
        return jobs.all().values().stream().filter(kept -> kept.job().target().equals(target));
    }

    /// The newest first.
    Stream<AttemptLine> latest(TargetId target) {
        return of(target)
                .flatMap(kept -> jobs.attempts(kept.job().id()).stream())
                .sorted(Comparator.comparing(AttemptLine::at).reversed());
    }

    List<Pulse> pulses(TargetId target, int minutes) {
        var now = clock.instant();
        var pulses = new Pulse[minutes];
        Arrays.fill(pulses, new Pulse(0, 0));
        latest(target)
                .forEach(attempt -> {
                    int ago = (int) Math.max(0, Duration.between(attempt.at(), now).toMinutes());
                    if (ago < minutes) {
                        var before = pulses[minutes - 1 - ago];
                        boolean good = attempt.outcome().equals("taken");
                        pulses[minutes - 1 - ago] =
                                new Pulse(
                                        before.taken() + (good ? 1 : 0),
                                        before.failed() + (good ? 0 : 1));
                    }
                });
        return List.of(pulses);
    }
}
