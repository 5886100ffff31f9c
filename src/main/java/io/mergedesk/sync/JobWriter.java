package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.AfterCommit;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityWrite;
import io.mergedesk.entities.Outbox;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Queues a job for each target that wants to know, in the transaction of the change.
final class JobWriter implements Outbox {

    private final Targets targets;
    private final SyncQueue queue;
    private final EntityIds ids;
    private final EventBus bus;
    private final Runnable wake;
    private final InstantSource clock;

    /// @param wake called once the jobs are committed
    JobWriter(
            Targets targets,
            SyncQueue queue,
            EntityIds ids,
            EventBus bus,
            Runnable wake,
            InstantSource clock) {
        this.targets = targets;
        this.queue = queue;
        this.ids = ids;
        this.bus = bus;
        this.wake = wake;
        this.clock = clock;
    }

    private record Fact(
            EventName event,
            EntityId entity,
            TypeName type,
            Revision revision,
            Optional<ConflictId> conflict,
            Optional<TeamId> team) {}

    @Override
    public void put(List<EntityWrite> writes, List<Contested> contested) {
        if (targets.all().isEmpty()) {
            return;
        }
        var jobs = new ArrayList<Job>();
        var priority = new HashMap<TargetId, Priority>();
        var events = new ArrayList<Event>();
        var now = clock.instant();
        for (var fact : facts(writes, contested)) {
            for (var target : targets.wanting(fact.event(), fact.type())) {
                var job = job(target, fact, now);
                jobs.add(job);
                priority.put(target.id(), target.definition().priority());
                events.add(queued(job, target, fact, now));
            }
        }
        if (jobs.isEmpty()) {
            return;
        }
        queue.add(jobs, Map.copyOf(priority));
        AfterCommit.run(() -> {
            events.forEach(bus::publish);
            wake.run();
        });
    }

    @Override
    public Set<EntityId> pending(Collection<EntityId> entities) {
        return targets.all().isEmpty() ? Set.of() : queue.pending(entities);
    }

    private static List<Fact> facts(List<EntityWrite> writes, List<Contested> contested) {
        var facts = new ArrayList<Fact>();
        for (var write : writes) {
            var change = write.change();
            facts.add(
                    new Fact(
                            change.event(),
                            change.entity(),
                            change.type(),
                            change.revision(),
                            Optional.empty(),
                            write.after().team()));
        }
        for (var one : contested) {
            var event = one.event();
            facts.add(
                    new Fact(
                            event.name(),
                            event.entity(),
                            event.type(),
                            one.revision(),
                            Optional.of(event.conflict()),
                            event.team()));
        }
        return facts;
    }

    private Job job(Target target, Fact fact, Instant now) {
        return new Job(
                new JobId(ids.next().value()),
                target.id(),
                fact.entity(),
                fact.type(),
                fact.revision(),
                fact.event(),
                fact.conflict(),
                0,
                now,
                Optional.empty(),
                Optional.empty());
    }

    private static Event queued(Job job, Target target, Fact fact, Instant now) {
        return new Event.JobChanged(
                EventName.SYNC_QUEUED,
                now,
                job.id().value(),
                target.definition().name(),
                job.entity(),
                job.type(),
                job.revision(),
                fact.team(),
                "");
    }
}
