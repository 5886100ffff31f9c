package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be done with a file: into which type, which column where, and how rows are matched.
///
/// @param newLabel what people call the type, where the import makes it
/// @param targets one for each column of the file
/// @param key rows whose value of this field an entity holds change that entity; empty makes a new
///   entity of each row that names no id
/// @param formats how a person wants a column read, by its index, where the cells leave it open
public record ImportPlan(
        TypeName type,
        Optional<String> newLabel,
        List<ColumnTarget> targets,
        Optional<FieldName> key,
        Map<Integer, CellFormat> formats) {

    public ImportPlan {
        targets = List.copyOf(targets);
        formats = Map.copyOf(formats);
    }

    ImportPlan(
            TypeName type,
            Optional<String> newLabel,
            List<ColumnTarget> targets,
            Optional<FieldName> key) {
        this(type, newLabel, targets, key, Map.of());
    }

    public ImportPlan keyedBy(Optional<FieldName> newKey) {
        return new ImportPlan(type, newLabel, targets, newKey, formats);
    }

    public ImportPlan with(int column, ColumnTarget target) {
        var changed = new ArrayList<>(targets);
        changed.set(column, target);
        return new ImportPlan(type, newLabel, changed, key, formats);
    }

    /// Reads a column so, into a field of the format's kind.
    public ImportPlan reading(int column, CellFormat format) {
        var changed = new HashMap<>(formats);
        changed.put(column, format);
        return new ImportPlan(type, newLabel, targets, key, changed);
    }

    /// How to read the cells of a column into a field of that kind.
    public CellFormat formatOf(Column column, FieldKind kind) {
        var chosen = formats.get(column.index());
        return chosen != null && chosen.kind() == kind ? chosen : column.formatFor(kind);
    }

    /// The field a column fills, unless it fills none.
    public Optional<FieldName> fieldOf(int column) {
        return switch (targets.get(column)) {
            case ColumnTarget.Existing(var field) -> Optional.of(field);
            case ColumnTarget.Added(var field, _, _, _) -> Optional.of(field);
            case ColumnTarget.Ignored _, ColumnTarget.Id _, ColumnTarget.BaseRevision _ ->
                    Optional.empty();
        };
    }

    /// Whether it adds a type or fields, which only admins may.
    public boolean definesAnything() {
        return newLabel.isPresent()
                || targets.stream().anyMatch(ColumnTarget.Added.class::isInstance);
    }
}
