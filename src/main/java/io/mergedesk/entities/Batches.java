package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.Role;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionOperations;

/// Edits that belong together: begun, counted, finished, and undone as one.
public final class Batches {

    private static final int MAX_LABEL = 255;

    private final BatchStore store;
    private final BatchPulse pulse;
    private final BatchReversal reversal;
    private final BatchNotes notes;
    private final TransactionOperations transactions;
    private final EntityIds ids;
    private final InstantSource clock;

    Batches(
            BatchStore store,
            BatchPulse pulse,
            BatchReversal reversal,
            Trail trail,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock) {
        this.store = store;
        this.pulse = pulse;
        this.reversal = reversal;
        this.notes = new BatchNotes(trail);
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Begins a batch; edits join it by its id ([Author#inBatch]).
    public Batch start(TypeName type, String label, long total, Actor actor) {
        var now = now();
        var batch =
                new Batch(
                        newId(),
                        type,
                        label.length() > MAX_LABEL ? label.substring(0, MAX_LABEL) : label,
                        BatchState.RUNNING,
                        actor.id(),
                        now,
                        now,
                        Optional.empty(),
                        BatchCounts.of(total));
        transactions.executeWithoutResult(_ -> {
            store.add(batch);
            notes.started(batch);
        });
        return batch;
    }

    /// Keeps a batch from being taken for interrupted, until this is closed. To be closed however
    /// the work on it ends.
    public Subscription atWork(Batch batch) {
        return pulse.of(batch.id());
    }

    /// Notes how far a batch is.
    public Batch seen(Batch batch, BatchCounts counts) {
        var next = batch.seen(counts, now());
        transactions.executeWithoutResult(_ -> replace(next, batch.state()));
        return next;
    }

    /// Ends a batch as done or failed.
    public Batch finish(Batch batch, BatchState state) {
        return finish(batch, state, batch.startedBy());
    }

    public Optional<Batch> find(BatchId id, Actor actor) {
        return store.find(id).filter(batch -> maySee(batch, actor));
    }

    /// The latest first; people see their own, supervisors and admins see all.
    public List<Batch> latest(Actor actor, int limit) {
        return store.latest(
                actor.is(Role.SUPERVISOR) ? Optional.empty() : Optional.of(actor.id()), limit);
    }

    /// Takes back what a batch did, as edits of its own that are audited like any other. What
    /// somebody changed since is kept and told.
    ///
    /// @param progress told how many changes were looked at
    public BatchUndo undo(BatchId id, Actor actor, LongConsumer progress) {
        var found = find(id, actor);
        if (found.isEmpty()) {
            return new BatchUndo.Missing();
        }
        if (!mayUndo(found.get(), actor)) {
            return new BatchUndo.Forbidden();
        }
        if (!found.get().canBeUndone(clock.instant())) {
            return new BatchUndo.NotNow(found.get());
        }
        return takeBack(found.get(), BatchState.UNDONE, actor, progress);
    }

    /// Takes back what a batch at work has done so far, because its person cancelled it.
    public BatchUndo cancel(Batch batch, Actor actor, LongConsumer progress) {
        return takeBack(batch, BatchState.CANCELLED, actor, progress);
    }

    /// Whether the actor is the one who may undo it.
    public boolean mayUndo(Batch batch, Actor actor) {
        return actor.is(Role.ADMIN) || batch.startedBy().equals(actor.id());
    }

    private BatchUndo takeBack(Batch batch, BatchState end, Actor actor, LongConsumer progress) {
        var undoing = batch.in(BatchState.UNDOING, now());
        boolean mine =
                Boolean.TRUE.equals(
                        transactions.execute(_ -> store.replace(undoing, batch.state())));
        if (!mine) {
            return new BatchUndo.NotNow(store.find(batch.id()).orElse(batch));
        }
        BatchReversal.Result result;
        try (var _ = atWork(undoing)) {
            result =
                    reversal.of(
                            batch.id(),
                            newId(),
                            actor,
                            done -> {
                                progress.accept(done);
                                seen(undoing, batch.counts());
                            });
        }
        return new BatchUndo.Undone(
                finish(undoing, end, actor.id()),
                result.deleted(),
                result.reverted(),
                result.keptCount(),
                result.kept());
    }

    private Batch finish(Batch batch, BatchState state, UserId by) {
        var next = batch.in(state, now());
        transactions.executeWithoutResult(_ -> {
            replace(next, batch.state());
            notes.ended(next, by);
        });
        return next;
    }

    private void replace(Batch batch, BatchState expected) {
        if (!store.replace(batch, expected)) {
            throw new IllegalStateException(
                    "batch " + batch.id() + " is no longer " + expected.wireName());
        }
    }

    private static boolean maySee(Batch batch, Actor actor) {
        return actor.is(Role.SUPERVISOR) || batch.startedBy().equals(actor.id());
    }

    private BatchId newId() {
        return new BatchId(ids.next().value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
