package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.AfterCommit;
import io.mergedesk.entities.Retry;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// Looks at the queue and puts right what it cannot do by itself; only for admins, others see
/// nothing and change nothing.
public final class JobService {

    private static final int REPLAY_AT_ONCE = 500;
    private static final int PULSES = 30;

    private final JobStore store;
    private final SyncQueue queue;
    private final TargetStore targets;
    private final Trail trail;
    private final Retry retry;
    private final Runnable wake;
    private final InstantSource clock;

    JobService(
            JobStore store,
            SyncQueue queue,
            TargetStore targets,
            Trail trail,
            Retry retry,
            Runnable wake,
            InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.targets = targets;
        this.trail = trail;
        this.retry = retry;
        this.wake = wake;
        this.clock = clock;
    }

    public List<JobLine> page(JobQuery query, int limit, Actor actor) {
        return actor.is(Role.ADMIN) ? store.page(query, limit) : List.of();
    }

    public Optional<JobLine> find(JobId job, Actor actor) {
        return actor.is(Role.ADMIN) ? store.find(job) : Optional.empty();
    }

    /// How the jobs stand at each priority.
    public List<Standing> standings(Actor actor) {
        return actor.is(Role.ADMIN) ? store.standings() : List.of();
    }

    /// How far a target has come with what it is behind with.
    public CatchUp catchUp(TargetId target, Actor actor) {
        return actor.is(Role.ADMIN) ? store.catchUp(target) : new CatchUp(0, 0);
    }

    public List<AttemptLine> attempts(JobId job, Actor actor) {
        return actor.is(Role.ADMIN) ? store.attempts(job) : List.of();
    }

    public List<AttemptLine> latest(TargetId target, int limit, Actor actor) {
        return actor.is(Role.ADMIN) ? store.latest(target, limit) : List.of();
    }

    /// What came of a target's attempts minute by minute in the last half hour.
    public List<Pulse> pulses(TargetId target, Actor actor) {
        return actor.is(Role.ADMIN) ? store.pulses(target, PULSES) : List.of();
    }

    /// Delivers finished jobs anew: what was given up, and also what was delivered already, under
    /// the same ids.
    ///
    /// @return how many
    public int retry(Collection<JobId> jobs, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return 0;
        }
        return changed(TrailAction.JOBS_RETRIED, actor, () -> store.reopen(jobs, priorities()));
    }

    /// Has something else sent in place of what the history says, and delivers it anew.
    ///
    /// @param body one JSON object
    /// @return whether there is such a job
    public boolean retryWith(JobId job, String body, Actor actor) {
        if (!actor.is(Role.ADMIN) || store.find(job).isEmpty()) {
            return false;
        }
        return changed(
                        TrailAction.JOB_CHANGED,
                        actor,
                        () -> {
                            store.write(job, body);
                            store.reopen(List.of(job), priorities());
                            return 1;
                        })
                == 1;
    }

    /// Has the same change made to what each of these jobs last sent, and delivers them anew. Jobs
    /// that never sent a JSON object are left as they are.
    ///
    /// @param change one JSON object, put over each as a merge patch (RFC 7396)
    /// @return how many
    public int retryChanged(Collection<JobId> jobs, ObjectNode change, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return 0;
        }
        return changed(
                TrailAction.JOB_CHANGED,
                actor,
                () -> {
                    var written = new ArrayList<JobId>();
                    for (var job : jobs) {
                        sentBody(job)
                                .ifPresent(body -> {
                                    store.write(job, MergePatch.apply(body, change).toString());
                                    written.add(job);
                                });
                    }
                    return written.isEmpty() ? 0 : store.reopen(written, priorities());
                });
    }

    /// What a job last sent, or what an admin wrote in its place since.
    private Optional<ObjectNode> sentBody(JobId job) {
        return store.find(job)
                .flatMap(line ->
                        line.job()
                                .body()
                                .or(() ->
                                        store.attempts(job).reversed().stream()
                                                .map(attempt -> attempt.exchange().sentBody())
                                                .filter(body -> !body.isEmpty())
                                                .findFirst()))
                .flatMap(MergePatch::object);
    }

    /// Lets jobs go undelivered.
    ///
    /// @return how many; those being delivered just now are left out
    public int skip(Collection<JobId> jobs, Actor actor) {
        return actor.is(Role.ADMIN)
                ? changed(TrailAction.JOBS_SKIPPED, actor, () -> store.skip(jobs))
                : 0;
    }

    /// Queues what a target has no job for among the changes after one place of the feed up to
    /// another: what it missed while it was not there.
    ///
    /// @return how many jobs
    public int replay(TargetId target, Sequence after, Sequence until, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return 0;
        }
        int added = 0;
        int more;
        do {
            more = changed(TrailAction.JOBS_REPLAYED, actor, () -> fill(target, after, until));
            added += more;
        } while (more == REPLAY_AT_ONCE);
        return added;
    }

    /// Queues what a new target has missed, as other nodes learn of it a moment later.
    void fillGap(Target target) {
        int added =
                retry.inTransaction(
                        () -> fill(target.id(), target.since(), new Sequence(Long.MAX_VALUE)));
        if (added > 0) {
            wake.run();
        }
    }

    private int fill(TargetId id, Sequence after, Sequence until) {
        var target = targets.find(id);
        if (target.isEmpty()) {
            return 0;
        }
        var jobs = store.missed(target.get(), after, until, REPLAY_AT_ONCE);
        queue.add(jobs, Map.of(id, target.get().definition().priority()));
        return jobs.size();
    }

    private Map<TargetId, Priority> priorities() {
        var all = new HashMap<TargetId, Priority>();
        targets.all().forEach(target -> all.put(target.id(), target.definition().priority()));
        return all;
    }

    private int changed(TrailAction action, Actor actor, Supplier<Integer> work) {
        return retry.inTransaction(() -> {
            int changed = work.get();
            if (changed > 0) {
                trail.note(
                        TrailEntry.of(action, actor.id(), clock.instant())
                                .saying(TrailDetails.of("jobs", changed)));
                AfterCommit.run(wake);
            }
            return changed;
        });
    }
}
