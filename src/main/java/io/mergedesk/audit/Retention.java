package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Forgets what values were before, once they have been kept long enough; never that something
/// changed, when and by whom. What is under a legal hold is kept.
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final UserId NOBODY = new UserId("mergedesk");
    private static final int PAGE = 2_000;

    private final Eraser eraser;
    private final ErasureStore store;
    private final Holds holds;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final Duration kept;

    /// @param kept how long; zero stands for ever
    public Retention(
            Eraser eraser,
            ErasureStore store,
            Holds holds,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock,
            Duration kept) {
        if (kept.isNegative()) {
            throw new IllegalArgumentException(
                    "expected to keep values for 0 or more, got " + kept);
        }
        this.eraser = eraser;
        this.store = store;
        this.holds = holds;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = kept;
    }

    /// Erases what has become too old since the last time; noted as one entry.
    public void apply() {
        if (kept.isZero()) {
            return;
        }
        var erasure = begun();
        var place = erasure.reached();
        long held = 0;
        var current = holds.current();
        boolean more = true;
        while (more) {
            var aged = eraser.aged(place, erasure.before(), PAGE);
            for (var entity : aged.entities().entrySet()) {
                if (current.stream()
                        .anyMatch(hold -> hold.holds(entity.getKey(), entity.getValue()))) {
                    held++;
                } else {
                    eraser.erase(erasure, entity.getKey());
                }
            }
            place = aged.reached();
            more = aged.more();
        }
        finish(erasure, place, held);
    }

    /// The one that a crash has interrupted, or a new one.
    private Erasure begun() {
        var interrupted =
                store.unfinished().stream()
                        .filter(one -> one.cause() == Erasure.Cause.RETENTION)
                        .findFirst();
        if (interrupted.isPresent()) {
            return interrupted.get();
        }
        var now = clock.instant();
        var last = store.lastRetention().filter(one -> !holds.anyLiftedAfter(one.startedAt()));
        var erasure =
                new Erasure(
                        new ErasureId(UUID.randomUUID()),
                        Erasure.Cause.RETENTION,
                        Optional.empty(),
                        Collections.emptySortedSet(),
                        "kept for " + kept,
                        now.minus(kept),
                        NOBODY,
                        now,
                        Optional.empty(),
                        0,
                        last.map(Erasure::reached).orElse(Sequence.START));
        transactions.executeWithoutResult(_ -> store.add(erasure));
        return erasure;
    }

    private void finish(Erasure erasure, Sequence reached, long held) {
        var rewritten = eraser.rewritten(erasure.id());
        var finished = erasure.finished(clock.instant(), rewritten.rows(), reached);
        transactions.executeWithoutResult(_ -> {
            store.finish(finished);
            if (rewritten.rows() > 0) {
                trail.note(
                        ErasureNote.of(
                                        TrailAction.RETENTION_APPLIED,
                                        finished,
                                        rewritten,
                                        clock.instant())
                                .with("before", erasure.before())
                                .with("held", held));
            }
        });
        LOG.info(
                "erased values older than {} from {} rows; {} records are held",
                erasure.before(),
                rewritten.rows(),
                held);
    }
}
