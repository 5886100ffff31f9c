package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is to be done with a file: into which type, which column where, and how rows are matched.
///
/// @param newLabel what people call the type, where the import makes it
/// @param targets one for each column of the file
/// @param key rows whose value of this field an entity holds change that entity; empty makes a new
///   entity of each row that names no id
public record ImportPlan(
        TypeName type,
        Optional<String> newLabel,
        List<ColumnTarget> targets,
        Optional<FieldName> key) {

    public ImportPlan {
        targets = List.copyOf(targets);
    }

    public ImportPlan keyedBy(Optional<FieldName> newKey) {
        return new ImportPlan(type, newLabel, targets, newKey);
    }

    public ImportPlan with(int column, ColumnTarget target) {
        var changed = new ArrayList<>(targets);
        changed.set(column, target);
        return new ImportPlan(type, newLabel, changed, key);
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
