package io.mergedesk.desk;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.ResolveOutcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One rule on its way over many conflicts, each in a transaction of its own.
final class BulkRun {

    private static final int SAMPLES = 10;
    private static final int STAYS = 100;

    /// How often a conflict is looked at anew when its record moved on in between.
    private static final int ATTEMPTS = 3;

    private final Conflicts conflicts;
    private final BulkRequest request;
    private final Author author;
    private final Optional<BatchId> batch;
    private final BulkWatch watch;
    private final long total;
    private final List<BulkReport.Sample> samples = new ArrayList<>();
    private final List<BulkReport.Stay> stays = new ArrayList<>();
    private final Map<BulkReport.Why, Long> reasons = new EnumMap<>(BulkReport.Why.class);
    private long settled;
    private long staying;

    /// @param batch empty for a dry run
    BulkRun(
            Conflicts conflicts,
            BulkRequest request,
            Author author,
            Optional<BatchId> batch,
            BulkWatch watch,
            long total) {
        this.conflicts = conflicts;
        this.request = request;
        this.author = batch.map(author::inBatch).orElse(author);
        this.batch = batch;
        this.watch = watch;
        this.total = total;
    }

    void take(List<ConflictId> ids) {
        for (var id : ids) {
            if (watch.isCancelled()) {
                return;
            }
            take(id);
            watch.progress(counts());
        }
    }

    BulkReport report() {
        return new BulkReport(
                batch.filter(_ -> settled > 0),
                counts(),
                samples,
                stays,
                reasons,
                watch.isCancelled());
    }

    private BulkCounts counts() {
        return new BulkCounts(Math.max(total, settled + staying), settled, staying);
    }

    private void take(ConflictId id) {
        for (int attempt = 1; ; attempt++) {
            var found = conflicts.find(id, author.actor()).filter(now -> now.conflict().isOpen());
            if (found.isEmpty()) {
                // settled meanwhile, or never to be seen: either way nothing waits here
                stay(BulkReport.Why.CHANGED, id, "", "It does not wait any more");
                return;
            }
            var outcome = decide(found.get());
            if (!(outcome instanceof ResolveOutcome.Moved) || attempt == ATTEMPTS) {
                count(found.get(), outcome);
                return;
            }
        }
    }

    private ResolveOutcome decide(ConflictNow now) {
        var conflict = now.conflict();
        var decisions = request.rule().decide(now);
        return batch.isPresent()
                ? conflicts.resolveByRule(
                        conflict.id(),
                        conflict.version(),
                        now.seen(),
                        decisions,
                        request.reason(),
                        author)
                : conflicts.preview(
                        conflict.id(), conflict.version(), now.seen(), decisions, author);
    }

    private void count(ConflictNow now, ResolveOutcome outcome) {
        switch (outcome) {
            case ResolveOutcome.Settled _ -> {
                settled++;
                if (samples.size() < SAMPLES) {
                    BulkSamples.of(now, request.rule()).ifPresent(samples::add);
                }
            }
            case ResolveOutcome.Undecided(var entity, var fields) ->
                    stay(BulkReport.Why.UNDECIDED, now, BulkSamples.undecided(now, entity, fields));
            case ResolveOutcome.Unfit(var expectations) ->
                    stay(
                            BulkReport.Why.REFUSED,
                            now,
                            "Expected " + expectations.values().iterator().next());
            case ResolveOutcome.Refused(var violations) ->
                    stay(BulkReport.Why.REFUSED, now, violations.getFirst().message());
            case ResolveOutcome.Moved _ ->
                    stay(BulkReport.Why.CHANGED, now, "The record is being changed right now");
            case ResolveOutcome.Overtaken _ ->
                    stay(BulkReport.Why.CHANGED, now, "Somebody else is at it right now");
            case ResolveOutcome.Forbidden _ ->
                    stay(BulkReport.Why.NOT_YOURS, now, "It is not yours to decide");
            case ResolveOutcome.Missing _ ->
                    stay(BulkReport.Why.NOT_YOURS, now, "It is not shared with you any more");
        }
    }

    private void stay(BulkReport.Why why, ConflictNow now, String words) {
        stay(why, now.conflict().id(), now.type().titleOf(now.current()), words);
    }

    private void stay(BulkReport.Why why, ConflictId id, String title, String words) {
        staying++;
        reasons.merge(why, 1L, Long::sum);
        if (stays.size() < STAYS) {
            stays.add(new BulkReport.Stay(id, title, why, words));
        }
    }
}
