package io.mergedesk.sync;

import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Revisions;
import io.mergedesk.events.EventName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers the jobs of one lane, one after the other, until one of them has to wait.
final class LaneWorker {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);

    private final Contests contests;
    private final InstantSource clock;
    private final RandomGenerator random;

    LaneWorker(Contests contests, InstantSource clock, RandomGenerator random) {
        this.contests = contests;
        this.clock = clock;
        this.random = random;
    }

    /// What came of it, and whether somebody answered at all.
    ///
    /// @param reached of each delivery, in their order
    /// @param gone why the other side wants nothing any more
    record Result(Settled settled, List<Boolean> reached, Optional<String> gone) {}

    Result work(
            Lease lease,
            Target target,
            TargetSecrets secrets,
            Sender sender,
            Map<Revised, Revisions.Read> known) {
        var course = new LaneCourse(lease, target, known, contests, random);
        boolean coalesce = target.definition().coalesce();
        var jobs = lease.jobs();
        for (var group : groups(jobs, coalesce ? jobs.size() : course.upToOutcome(jobs))) {
            if (!deliver(group, target, secrets, sender, course)) {
                break;
            }
        }
        return course.result();
    }

    /// Jobs that one message tells of: a run of updates among the first.
    ///
    /// @param together how many of them, from the first on, may be told together
    static List<List<Job>> groups(List<Job> jobs, int together) {
        var groups = new ArrayList<List<Job>>();
        for (int i = 0; i < jobs.size(); i++) {
            var job = jobs.get(i);
            var last = groups.isEmpty() ? null : groups.getLast();
            if (i < together
                    && last != null
                    && isPlainUpdate(job)
                    && isPlainUpdate(last.getLast())) {
                last.add(job);
            } else {
                groups.add(new ArrayList<>(List.of(job)));
            }
        }
        return groups;
    }

    private static boolean isPlainUpdate(Job job) {
        return job.event() == EventName.ENTITY_UPDATED && job.body().isEmpty();
    }

    /// @return whether the next may follow
    private boolean deliver(
            List<Job> group,
            Target target,
            TargetSecrets secrets,
            Sender sender,
            LaneCourse course) {
        var job = group.getLast();
        var message = course.message(group);
        if (message.isEmpty()) {
            course.forgotten(job);
            return true;
        }
        int attempt = job.attempts() + 1;
        var at = clock.instant();
        var delivery =
                new Delivery(
                        job.id(),
                        attempt,
                        target,
                        secrets,
                        message.get(),
                        job.body(),
                        course.etag());
        return course.take(group, message.get(), at, ask(sender, delivery));
    }

    private static Answer ask(Sender sender, Delivery delivery) {
        try {
            return sender.deliver(delivery);
        } catch (RuntimeException e) {
            LOG.error("a delivery to {} broke", delivery.target().definition().name(), e);
            return new Answer.Later(
                    Exchange.NONE, "it could not be made: " + e.getMessage(), Optional.empty());
        }
    }
}
