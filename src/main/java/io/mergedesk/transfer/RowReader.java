package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.FieldDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns the cells of a row into values of fields, or says which cell is not what its field
/// expects.
final class RowReader {

    private final List<Column> columns;
    private final ImportPlan plan;
    private final Map<FieldName, FieldDefinition> fields;

    /// @param fields the definition of every field that the plan fills
    RowReader(ImportFile file, ImportPlan plan, Map<FieldName, FieldDefinition> fields) {
        this.columns = file.columns();
        this.plan = plan;
        this.fields = Map.copyOf(fields);
    }

    /// @param problems gets what is wrong; then nothing is returned
    @Nullable ReadRow read(CsvRow row, List<RowProblem> problems) {
        if (row.cells().size() != columns.size()) {
            problems.add(
                    new RowProblem(
                            row.line(),
                            "",
                            "",
                            "expected %d cells as in the header, found %d"
                                    .formatted(columns.size(), row.cells().size())));
            return null;
        }
        var cells = new Cells(row, problems);
        for (int i = 0; i < columns.size(); i++) {
            cells.read(columns.get(i), plan.targets().get(i), row.cells().get(i));
        }
        return problems.isEmpty()
                ? new ReadRow(row, cells.id, cells.base, Patch.of(cells.values), cells.names)
                : null;
    }

    private final class Cells {
        private final CsvRow row;
        private final List<RowProblem> problems;
        private final TreeMap<FieldName, Optional<FieldValue>> values = new TreeMap<>();
        private final HashMap<FieldName, String> names = new HashMap<>();
        private Optional<EntityId> id = Optional.empty();
        private Optional<Revision> base = Optional.empty();

        private Cells(CsvRow row, List<RowProblem> problems) {
            this.row = row;
            this.problems = problems;
        }

        private void read(Column column, ColumnTarget target, String raw) {
            switch (target) {
                case ColumnTarget.Ignored _ -> {}
                case ColumnTarget.Id _ -> id = id(column, raw.strip());
                case ColumnTarget.BaseRevision _ -> base = revision(column, raw.strip());
                case ColumnTarget.Existing(var field) -> value(column, field, raw);
                case ColumnTarget.Added(var field, _, _, _) -> value(column, field, raw);
            }
        }

        private Optional<EntityId> id(Column column, String cell) {
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(EntityId.parse(cell));
            } catch (IllegalArgumentException _) {
                wrong(column, cell, "expected the id of a record, or nothing for a new one");
                return Optional.empty();
            }
        }

        private Optional<Revision> revision(Column column, String cell) {
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Revision(Long.parseLong(cell)));
            } catch (IllegalArgumentException _) {
                wrong(column, cell, "expected a revision as it was exported, such as 3");
                return Optional.empty();
            }
        }

        private void value(Column column, FieldName name, String raw) {
            var field = java.util.Objects.requireNonNull(fields.get(name));
            var cell = raw.strip();
            if (cell.isEmpty()) {
                values.put(name, Optional.empty());
                return;
            }
            var text = canonical(column, field, raw);
            switch (FieldText.read(field.kind(), text)) {
                case Reading.Value(var value) -> values.put(name, Optional.of(value));
                case Reading.Nothing _ -> values.put(name, Optional.empty());
                case Reading.Wrong(var expectation) -> {
                    if (field.kind() == FieldKind.REFERENCE && field.references().isPresent()) {
                        names.put(name, cell);
                    } else {
                        wrong(column, cell, field.label() + ": expected " + expectation);
                    }
                }
            }
        }

        private String canonical(Column column, FieldDefinition field, String raw) {
            var cell = raw.strip();
            if (field.kind() == FieldKind.CHOICE) {
                return field.choices().stream()
                        .filter(choice -> choice.equalsIgnoreCase(cell))
                        .findFirst()
                        .orElse(cell);
            }
            var format = plan.formatOf(column, field.kind());
            return format == CellFormat.PLAIN ? raw : format.canonical(cell).orElse(cell);
        }

        private void wrong(Column column, String cell, String message) {
            problems.add(new RowProblem(row.line(), column.header(), cell, message));
        }
    }
}
