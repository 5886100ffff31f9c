package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.BatchUndo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an import did, or would do.
///
/// @param batch empty after a dry run
/// @param problems the first of them; [#errorFile] has all
/// @param changes the first of them
/// @param changedFields how many rows change each field
/// @param errorFile the rows that were not taken, as CSV with a column `error`; belongs to the
///   caller, who deletes it
/// @param takenBack what was undone because the import was cancelled
/// @param failure why it stopped before its end
public record ImportReport(
        TypeName type,
        Optional<Batch> batch,
        BatchCounts counts,
        List<RowProblem> problems,
        List<RowChange> changes,
        Map<FieldName, Long> changedFields,
        Optional<Path> errorFile,
        Optional<BatchUndo> takenBack,
        Optional<String> failure) {

    public ImportReport {
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
        changedFields = Map.copyOf(changedFields);
    }

    static ImportReport of(ImportPlan plan, RowTally tally, RowProblems problems) {
        return new ImportReport(
                plan.type(),
                Optional.empty(),
                tally.counts(),
                problems.first(),
                tally.changes(),
                tally.changedFields(),
                problems.file(),
                Optional.empty(),
                Optional.empty());
    }

    ImportReport in(Batch written) {
        return with(Optional.of(written), takenBack, failure);
    }

    ImportReport takenBack(BatchUndo undo) {
        return with(batch, Optional.of(undo), failure);
    }

    ImportReport stoppedBy(String why) {
        return with(batch, takenBack, Optional.of(why));
    }

    private ImportReport with(
            Optional<Batch> written, Optional<BatchUndo> undo, Optional<String> why) {
        return new ImportReport(
                type, written, counts, problems, changes, changedFields, errorFile, undo, why);
    }
}
