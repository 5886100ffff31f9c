package io.mergedesk.sync;

import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Revisions;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Settled.Attempt;
import io.mergedesk.sync.Settled.Outcome;
import java.time.Duration;
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

    /// Where it stands while it goes through the jobs.
    private static final class Course {

        private final List<Outcome> outcomes = new ArrayList<>();
        private Duration pause = Duration.ZERO;
        private final List<Boolean> reached = new ArrayList<>();
        private Optional<String> gone = Optional.empty();
        private Optional<String> etag;

        Course(Optional<String> etag) {
            this.etag = etag;
        }
    }

    Result work(
            Lease lease,
            Target target,
            TargetSecrets secrets,
            Sender sender,
            Map<Revised, Revisions.Read> known) {
        var course = new Course(lease.etag());
        for (var group : groups(lease.jobs(), target.definition().coalesce())) {
            if (!deliver(group, target, secrets, sender, known, course)) {
                break;
            }
        }
        var etag = course.etag.equals(lease.etag()) ? Optional.<String>empty() : course.etag;
        return new Result(
                new Settled(lease, course.outcomes, course.pause, etag),
                course.reached,
                course.gone);
    }

    /// Jobs that one message tells of: a run of updates where the target allows it.
    static List<List<Job>> groups(List<Job> jobs, boolean coalesce) {
        var groups = new ArrayList<List<Job>>();
        for (var job : jobs) {
            var last = groups.isEmpty() ? null : groups.getLast();
            if (coalesce && last != null && isPlainUpdate(job) && isPlainUpdate(last.getLast())) {
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
            Map<Revised, Revisions.Read> known,
            Course course) {
        var job = group.getLast();
        var message = Messages.of(group, known, target.definition());
        if (message.isEmpty()) {
            course.outcomes.add(
                    finished(job, JobEnd.DEAD, "the history has nothing of this revision"));
            return true;
        }
        int attempt = job.attempts() + 1;
        var at = clock.instant();
        var answer =
                ask(
                        sender,
                        new Delivery(
                                job.id(),
                                attempt,
                                target,
                                secrets,
                                message.get(),
                                job.body(),
                                course.etag));
        course.reached.add(isReached(answer));
        var retry = target.definition().retry();
        return switch (answer) {
            case Answer.Taken(var exchange, var etag) -> {
                for (var replaced : group.subList(0, group.size() - 1)) {
                    course.outcomes.add(
                            finished(replaced, JobEnd.DONE, "told with " + job.revision()));
                }
                course.outcomes.add(
                        new Outcome(
                                job,
                                JobEnd.DONE,
                                attempt,
                                Optional.empty(),
                                Optional.of(new Attempt("taken", at, exchange))));
                course.etag = etag.or(() -> course.etag);
                yield true;
            }
            case Answer.Later(var exchange, var problem, var after) -> {
                boolean over = retry.isOver(attempt);
                var tried = new Attempt("later", at, exchange);
                course.outcomes.add(failed(job, attempt, over, problem, tried));
                course.pause =
                        over ? Duration.ZERO : after.orElseGet(() -> retry.delay(attempt, random));
                yield over;
            }
            case Answer.Unreachable(var exchange, var problem) -> {
                boolean over = retry.isOver(attempt);
                var tried = new Attempt("unreachable", at, exchange);
                course.outcomes.add(failed(job, attempt, over, problem, tried));
                course.pause = over ? Duration.ZERO : retry.delay(attempt, random);
                yield false;
            }
            case Answer.Refused(var exchange, var problem) -> {
                var tried = new Attempt("refused", at, exchange);
                course.outcomes.add(failed(job, attempt, true, problem, tried));
                yield true;
            }
            case Answer.Gone(var exchange, var problem) -> {
                // kept: an admin may resume the target
                var tried = new Attempt("gone", at, exchange);
                course.outcomes.add(failed(job, attempt, false, problem, tried));
                course.gone = Optional.of(problem);
                yield false;
            }
            case Answer.Contested contested -> {
                var tried = new Attempt("contested", at, contested.exchange());
                var told = contests.settle(job, message.get(), target, contested);
                course.outcomes.add(failed(job, attempt, true, told, tried));
                course.etag = contested.etag().or(() -> course.etag);
                yield true;
            }
        };
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

    private static boolean isReached(Answer answer) {
        return switch (answer) {
            case Answer.Unreachable _ -> false;
            case Answer.Later later -> later.exchange().status() == 429;
            default -> true;
        };
    }

    private static Outcome finished(Job job, JobEnd end, String note) {
        return new Outcome(job, end, job.attempts(), Optional.of(note), Optional.empty());
    }

    private static Outcome failed(
            Job job, int attempt, boolean over, String problem, Attempt tried) {
        return new Outcome(
                job,
                over ? JobEnd.DEAD : JobEnd.OPEN,
                attempt,
                Optional.of(problem),
                Optional.of(tried));
    }
}
