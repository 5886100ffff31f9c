package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/// Work on all jobs that match a query, however many: the newest first, in batches that are
/// transactions of their own, each noted in the trail. Where it ends half-way, what was done stays.
/// Only for admins; others change nothing.
public final class JobBulk {

    private static final int AT_ONCE = 500;

    private final JobStore store;
    private final JobService jobs;

    JobBulk(JobStore store, JobService jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /// How many match.
    public long count(JobQuery query, Actor actor) {
        return actor.is(Role.ADMIN) ? store.count(query) : 0;
    }

    /// Delivers them anew.
    ///
    /// @param told how many so far, after each batch
    /// @return how many
    /// @throws IllegalArgumentException where [JobWork#RETRY] does not fit the query
    public int retry(JobQuery query, IntConsumer told, Actor actor) {
        return each(JobWork.RETRY, query, told, actor, ids -> jobs.retry(ids, actor));
    }

    /// Has the same change made to what each of them last sent, and delivers them anew.
    ///
    /// @param change one JSON object, put over each as a merge patch (RFC 7396)
    /// @param told how many so far, after each batch
    /// @return how many
    /// @throws IllegalArgumentException where [JobWork#CHANGE] does not fit the query
    public int retryChanged(JobQuery query, ObjectNode change, IntConsumer told, Actor actor) {
        return each(
                JobWork.CHANGE, query, told, actor, ids -> jobs.retryChanged(ids, change, actor));
    }

    /// Lets them go undelivered, but for those being delivered just now.
    ///
    /// @param told how many so far, after each batch
    /// @return how many
    /// @throws IllegalArgumentException where [JobWork#SKIP] does not fit the query
    public int skip(JobQuery query, IntConsumer told, Actor actor) {
        return each(JobWork.SKIP, query, told, actor, ids -> jobs.skip(ids, actor));
    }

    private int each(
            JobWork kind,
            JobQuery query,
            IntConsumer told,
            Actor actor,
            ToIntFunction<List<JobId>> work) {
        if (!kind.fits(query)) {
            throw new IllegalArgumentException("expected a state: " + kind.expectation());
        }
        if (!actor.is(Role.ADMIN)) {
            return 0;
        }
        int changed = 0;
        var rest = query;
        List<JobId> ids;
        do {
            ids = store.page(rest, AT_ONCE).stream().map(line -> line.job().id()).toList();
            if (!ids.isEmpty()) {
                changed += work.applyAsInt(ids);
                told.accept(changed);
                // what was queued or came to match meanwhile and is newer is left for the next time
                rest = rest.before(ids.getLast());
            }
        } while (ids.size() == AT_ONCE);
        return changed;
    }
}
