package io.mergedesk.desk;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.ReopenOutcome;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Many conflicts decided by a rule: tried first, carried out one by one, and taken back as one.
public final class Bulk {

    private static final Logger LOG = LoggerFactory.getLogger(Bulk.class);

    private final ConflictSearch search;
    private final ConflictStore store;
    private final Conflicts conflicts;
    private final EntityIds ids;

    Bulk(ConflictSearch search, ConflictStore store, Conflicts conflicts, EntityIds ids) {
        this.search = search;
        this.store = store;
        this.conflicts = conflicts;
        this.ids = ids;
    }

    /// Says what the rule would do; writes nothing. Each conflict is looked at as it is now: where
    /// several wait for one record, deciding the first may change the question of the next.
    public BulkOutcome dryRun(BulkRequest request, Author author, BulkWatch watch) {
        return apply(request, author, Optional.empty(), watch);
    }

    /// Carries the rule out, each conflict in a transaction of its own, all in one batch.
    public BulkOutcome run(BulkRequest request, Author author, BulkWatch watch) {
        return apply(request, author, Optional.of(newBatch()), watch);
    }

    /// Takes a batch back: what still holds what was decided gets its value from before, and all of
    /// its conflicts wait again, but for those that were decided anew meanwhile.
    public BulkOutcome undo(BatchId batch, Author author, BulkWatch watch) {
        if (!author.actor().is(Role.SUPERVISOR)) {
            return new BulkOutcome.Forbidden();
        }
        var undo = author.inBatch(newBatch());
        var settled = store.ofBatch(batch);
        long reopened = 0;
        // the last one first, as several may have been of one record
        for (var conflict : settled.reversed()) {
            if (watch.isCancelled()) {
                break;
            }
            var outcome = conflicts.reopen(conflict.id(), conflict.version(), undo);
            if (outcome instanceof ReopenOutcome.Reopened) {
                reopened++;
            }
            watch.progress(new BulkCounts(settled.size(), reopened, 0));
        }
        LOG.info("batch {} was taken back: {} conflicts wait again", batch, reopened);
        return new BulkOutcome.Undone(reopened, settled.size() - reopened);
    }

    /// The same as [#dryRun] or [#run] in the background.
    public BulkJob start(BulkRequest request, Author author, boolean dry) {
        return inBackground(job -> dry ? dryRun(request, author, job) : run(request, author, job));
    }

    /// The same as [#undo] in the background.
    public BulkJob startUndo(BatchId batch, Author author) {
        return inBackground(job -> undo(batch, author, job));
    }

    private BulkOutcome apply(
            BulkRequest request, Author author, Optional<BatchId> batch, BulkWatch watch) {
        if (!author.actor().is(Role.SUPERVISOR)) {
            return new BulkOutcome.Forbidden();
        }
        var walk = new BulkWalk(search, request.selection(), author.actor());
        var run = new BulkRun(conflicts, request, author, batch, watch, walk.count());
        walk.walk(run::take);
        var report = run.report();
        report.batch()
                .ifPresent(made ->
                        LOG.info(
                                "batch {} settled {} conflicts by a rule, {} wait on",
                                made,
                                report.counts().settled(),
                                report.counts().staying()));
        return new BulkOutcome.Applied(report);
    }

    private static BulkJob inBackground(Function<BulkJob, BulkOutcome> work) {
        var job = new BulkJob();
        Thread.ofVirtual()
                .name("bulk")
                .start(() -> {
                    try {
                        job.ended(work.apply(job));
                    } catch (RuntimeException e) {
                        LOG.error("work on many conflicts broke off", e);
                        job.broke(e);
                    }
                });
        return job;
    }

    private BatchId newBatch() {
        return new BatchId(ids.next().value());
    }
}
