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
}
