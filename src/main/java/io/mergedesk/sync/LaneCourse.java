package io.mergedesk.sync;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Revisions;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Settled.Attempt;
import io.mergedesk.sync.Settled.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Where one lane stands while its jobs are delivered: what came of those before, and what the
/// other system has and knows.
final class LaneCourse {

    private final Lease lease;
    private final Target target;
    private final Map<Revised, Revisions.Read> known;
    private final Contests contests;
    private final RandomGenerator random;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Boolean> reached = new ArrayList<>();
    private final List<Job> untold;
    private Duration pause = Duration.ZERO;
    private Optional<String> gone = Optional.empty();
    private Optional<ConflictId> awaits = Optional.empty();
    private Optional<String> etag;

    LaneCourse(
            Lease lease,
            Target target,
            Map<Revised, Revisions.Read> known,
            Contests contests,
            RandomGenerator random) {
        this.lease = lease;
        this.target = target;
        this.known = known;
        this.contests = contests;
        this.random = random;
        untold = new ArrayList<>(lease.untold());
        etag = lease.etag();
    }

    /// The version the other system is known to have.
    Optional<String> etag() {
        return etag;
    }

    LaneWorker.Result result() {
        var newer = etag.equals(lease.etag()) ? Optional.<String>empty() : etag;
        return new LaneWorker.Result(
                new Settled(lease, outcomes, pause, newer, awaits), reached, gone);
    }

    /// What the target is told by these jobs: where they bring the outcome of what it contested,
    /// also the fields that it did not take then.
    ///
    /// @return empty when the history has nothing of it any more
    Optional<Message> message(List<Job> group) {
        var all = Stream.concat(toldWith(group).stream(), group.stream()).toList();
        return Messages.of(all, known, target.definition());
    }

    private List<Job> toldWith(List<Job> group) {
        boolean brings =
                group.getLast().event() == EventName.ENTITY_DELETED
                        || group.stream()
                                .map(job -> known.get(Messages.place(job)))
                                .filter(Objects::nonNull)
                                .anyMatch(read -> isOutcome(read.change()));
        return brings ? List.copyOf(untold) : List.of();
    }

    /// A decision of the desk, or what came in from the target itself.
    private boolean isOutcome(Change change) {
        return change.origin() == Origin.MERGE
                || change.by().equals(RemoteContests.author(target).actor().id());
    }

    /// How many jobs, from the first on, are told as one where that may be: those up to the outcome
    /// of what the target contested. Sent before it they would put our values over the target's,
    /// which may be what was decided for.
    int upToOutcome(List<Job> jobs) {
        int many = 0;
        for (int i = 0; i < jobs.size() && !untold.isEmpty(); i++) {
            var read = known.get(Messages.place(jobs.get(i)));
            if (read != null && isOutcome(read.change())) {
                many = i + 1;
            }
        }
        return many;
    }

    void forgotten(Job job) {
        outcomes.add(finished(job, JobEnd.DEAD, "the history has nothing of this revision"));
    }

    /// Writes down what was answered.
    ///
    /// @return whether the next may follow
    boolean take(List<Job> group, Message message, Instant at, Answer answer) {
        reached.add(isReached(answer));
        var job = group.getLast();
        int attempt = job.attempts() + 1;
        var retry = target.definition().retry();
        return switch (answer) {
            case Answer.Taken(var exchange, var newer) -> {
                taken(group, attempt, new Attempt("taken", at, exchange));
                etag = newer.or(() -> etag);
                yield true;
            }
            case Answer.Later(var exchange, var problem, var after) -> {
                boolean over = retry.isOver(attempt);
                failed(job, attempt, over, problem, new Attempt("later", at, exchange));
                pause = over ? Duration.ZERO : after.orElseGet(() -> retry.delay(attempt, random));
                yield over;
            }
            case Answer.Unreachable(var exchange, var problem) -> {
                boolean over = retry.isOver(attempt);
                failed(job, attempt, over, problem, new Attempt("unreachable", at, exchange));
                pause = over ? Duration.ZERO : retry.delay(attempt, random);
                yield false;
            }
            case Answer.Refused(var exchange, var problem) -> {
                failed(job, attempt, true, problem, new Attempt("refused", at, exchange));
                yield true;
            }
            case Answer.Gone(var exchange, var problem) -> {
                // kept: an admin may resume the target
                failed(job, attempt, false, problem, new Attempt("gone", at, exchange));
                gone = Optional.of(problem);
                yield false;
            }
            case Answer.Contested contested -> contested(job, message, at, contested);
        };
    }

    private void taken(List<Job> group, int attempt, Attempt tried) {
        var job = group.getLast();
        var with = "told with " + job.revision();
        for (var replaced : group.subList(0, group.size() - 1)) {
            outcomes.add(finished(replaced, JobEnd.DONE, with));
        }
        for (var told : toldWith(group)) {
            close(told, with);
        }
        outcomes.add(new Outcome(job, JobEnd.DONE, attempt, Optional.empty(), Optional.of(tried)));
    }

    /// What was contested is done with once its outcome is told.
    private void close(Job told, String with) {
        untold.remove(told);
        for (int i = 0; i < outcomes.size(); i++) {
            var before = outcomes.get(i);
            if (before.job().equals(told)) {
                outcomes.set(
                        i,
                        new Outcome(
                                told,
                                JobEnd.DONE,
                                before.attempts(),
                                Optional.of(with),
                                before.attempt()));
                return;
            }
        }
        outcomes.add(finished(told, JobEnd.DONE, with));
    }

    private boolean contested(Job job, Message message, Instant at, Answer.Contested contested) {
        int attempt = job.attempts() + 1;
        var retry = target.definition().retry();
        boolean newer = contested.etag().isPresent() && !contested.etag().equals(etag);
        var met = contests.settle(job, message, target, contested);
        var tried = new Attempt(met.how().outcome(), at, contested.exchange());
        etag = contested.etag().or(() -> etag);
        boolean again = met.how() == Contests.How.APART && newer && !retry.isOver(attempt);
        failed(job, attempt, !again, met.words(), tried);
        if (again) {
            pause = retry.delay(attempt, random);
        }
        boolean settledHere = met.how() == Contests.How.MERGED || met.how() == Contests.How.PARKED;
        if (settledHere) {
            untold.add(job);
            awaits = met.conflict();
        }
        // what follows is sent with the outcome, or after it
        return !again && !settledHere;
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

    private void failed(Job job, int attempt, boolean over, String problem, Attempt tried) {
        outcomes.add(
                new Outcome(
                        job,
                        over ? JobEnd.DEAD : JobEnd.OPEN,
                        attempt,
                        Optional.of(problem),
                        Optional.of(tried)));
    }
}
