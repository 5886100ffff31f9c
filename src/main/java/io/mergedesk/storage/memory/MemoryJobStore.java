package io.mergedesk.storage.memory;

import io.mergedesk.common.Priority;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeLog;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.sync.AttemptLine;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobStore;
import io.mergedesk.sync.Pulse;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Jobs as admins see them, in memory.
public final class MemoryJobStore implements JobStore {

    private final MemoryTransactions transactions;
    private final MemorySyncQueue queue;
    private final MemoryJobs jobs;
    private final MemoryJobFigures figures;
    private final ChangeLog log;
    private final EntityIds ids;
    private final InstantSource clock;

    public MemoryJobStore(
            MemoryTransactions transactions,
            MemorySyncQueue queue,
            MemoryTargetStore targets,
            ChangeLog log,
            EntityIds ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.queue = queue;
        this.jobs = queue.jobs();
        this.figures = new MemoryJobFigures(queue, targets, clock);
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<JobLine> page(JobQuery query, int limit) {
        return matching(query).limit(limit).toList();
    }

    @Override
    public long count(JobQuery query) {
        return matching(query).count();
    }

    private Stream<JobLine> matching(JobQuery query) {
        return jobs.all().descendingMap().values().stream()
                .filter(kept ->
                        query.before().filter(job -> kept.job().id().compareTo(job) >= 0).isEmpty())
                .map(figures::line)
                .filter(line -> isOrAny(query.state(), line.state()))
                .filter(line -> isOrAny(query.target(), line.job().target()))
                .filter(line -> isOrAny(query.entity(), line.job().entity()))
                .filter(line -> isOrAny(query.priority(), line.priority()));
    }

    private static <T> boolean isOrAny(Optional<T> wanted, T found) {
        return wanted.isEmpty() || wanted.get().equals(found);
    }

    @Override
    public Optional<JobLine> find(JobId job) {
        return jobs.find(job).map(figures::line);
    }

    @Override
    public List<Standing> standings() {
        return figures.standings();
    }

    @Override
    public CatchUp catchUp(TargetId target) {
        return figures.catchUp(target);
    }

    @Override
    public List<AttemptLine> attempts(JobId job) {
        return jobs.attempts(job);
    }

    @Override
    public List<AttemptLine> latest(TargetId target, int limit) {
        return figures.latest(target).limit(limit).toList();
    }

    @Override
    public List<Pulse> pulses(TargetId target, int minutes) {
        return figures.pulses(target, minutes);
    }

    @Override
    public int reopen(Collection<JobId> wanted, Map<TargetId, Priority> priority) {
        transactions.require();
        var finished =
                kept(wanted)
                        .filter(kept -> !kept.isOpen())
                        .filter(kept -> priority.containsKey(kept.job().target()))
                        .toList();
        finished.forEach(kept -> {
            jobs.put(kept.reopened());
            queue.enter(kept.job(), Objects.requireNonNull(priority.get(kept.job().target())));
        });
        return finished.size();
    }

    @Override
    public void write(JobId job, String body) {
        transactions.require();
        jobs.find(job).ifPresent(kept -> jobs.put(kept.sending(body)));
    }

    @Override
    public int skip(Collection<JobId> wanted) {
        transactions.require();
        var now = clock.instant();
        var skipped =
                kept(wanted)
                        .filter(kept ->
                                kept.end() == JobEnd.DEAD
                                        || (kept.isOpen() && !isLeased(kept.job())))
                        .toList();
        skipped.forEach(kept -> {
            jobs.put(kept.skipped(now));
            queue.leave(kept.job().lane());
        });
        return skipped.size();
    }

    private boolean isLeased(Job job) {
        return queue.lanes().find(job.lane()).flatMap(MemoryLane::owner).isPresent();
    }

    private Stream<KeptJob> kept(Collection<JobId> wanted) {
        return new LinkedHashSet<>(wanted).stream().flatMap(id -> jobs.find(id).stream());
    }

    @Override
    public List<Job> missed(Target target, Sequence after, Sequence until, int limit) {
        transactions.require();
        var now = clock.instant();
        return log.after(after, Integer.MAX_VALUE).stream()
                .filter(change -> change.sequence().compareTo(until) <= 0)
                .filter(change -> target.definition().wants(change.event(), change.type()))
                .filter(change -> !isQueued(change, target.id()))
                .limit(limit)
                .map(change -> Job.of(new JobId(ids.next().value()), target.id(), change, now))
                .toList();
    }

    private boolean isQueued(Change change, TargetId target) {
        return jobs.all().values().stream()
                .map(KeptJob::job)
                .anyMatch(job ->
                        job.target().equals(target)
                                && job.entity().equals(change.entity())
                                && job.revision().equals(change.revision())
                                && job.conflict().isEmpty());
    }
}
