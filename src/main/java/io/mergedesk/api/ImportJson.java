package io.mergedesk.api;

import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.transfer.ImportReport;
import io.mergedesk.transfer.RowChange;
import io.mergedesk.transfer.RowProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an import did, or would do.
///
/// @param batchId null after a dry run
/// @param failed how many rows were not taken
/// @param errors the first thousand
/// @param changes what a dry run would change, the first rows
/// @param changedFields how many rows change each field
/// @param stopped why the import ended before the file; null where it did not
record ImportJson(
        @Nullable UUID batchId,
        String type,
        boolean dryRun,
        long rows,
        long created,
        long updated,
        long skipped,
        long failed,
        List<RowProblem> errors,
        List<Change> changes,
        Map<String, Long> changedFields,
        @Nullable String stopped) {

    /// What one row would do; null is "no value".
    record Change(long line, String title, boolean creates, List<ChangeJson.Field> fields) {

        static Change of(RowChange change) {
            return new Change(
                    change.line(),
                    change.title(),
                    change.creates(),
                    change.fields().stream().map(ChangeJson.Field::of).toList());
        }
    }

    /// A batch as programs see it.
    record BatchJson(
            UUID id,
            String type,
            String label,
            String state,
            boolean interrupted,
            boolean undoable,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            long rows,
            long created,
            long updated,
            long skipped,
            long failed) {

        static BatchJson of(Batch batch, Instant now) {
            var counts = batch.counts();
            return new BatchJson(
                    batch.id().value(),
                    batch.type().value(),
                    batch.label(),
                    batch.state().wireName(),
                    batch.isInterrupted(now),
                    batch.canBeUndone(now),
                    batch.startedBy().value(),
                    batch.startedAt(),
                    batch.finishedAt().orElse(null),
                    counts.total(),
                    counts.created(),
                    counts.updated(),
                    counts.skipped(),
                    counts.failed());
        }
    }

    /// What was taken back, and which records keep something because somebody changed it since.
    record UndoJson(BatchJson batch, long deleted, long reverted, long kept, List<KeptJson> first) {

        static UndoJson of(BatchUndo.Undone undone, Instant now) {
            return new UndoJson(
                    BatchJson.of(undone.batch(), now),
                    undone.deleted(),
                    undone.reverted(),
                    undone.keptCount(),
                    undone.kept().stream()
                            .map(one -> new KeptJson(one.entity().value(), one.title(), one.why()))
                            .toList());
        }
    }

    record KeptJson(UUID entityId, String title, String why) {}

    static ImportJson of(ImportReport report) {
        var counts = report.counts();
        var fields = new TreeMap<String, Long>();
        report.changedFields().forEach((field, count) -> fields.put(field.value(), count));
        return new ImportJson(
                report.batch().map(batch -> batch.id().value()).orElse(null),
                report.type().value(),
                report.batch().isEmpty(),
                counts.total(),
                counts.created(),
                counts.updated(),
                counts.skipped(),
                counts.failed(),
                report.problems(),
                report.batch().isEmpty()
                        ? report.changes().stream().map(Change::of).toList()
                        : List.of(),
                fields,
                report.failure().orElse(null));
    }
}
