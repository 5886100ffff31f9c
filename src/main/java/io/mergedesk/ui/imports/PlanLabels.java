package io.mergedesk.ui.imports;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.transfer.ColumnTarget;
import io.mergedesk.transfer.ImportPlan;
import java.util.Optional;
import java.util.function.Function;

/// What the fields that a plan fills are called: those of the type, and those it gets.
///
/// @param type empty where the import makes it
record PlanLabels(ImportPlan plan, Optional<EntityType> type)
        implements Function<FieldName, String> {

    @Override
    public String apply(FieldName name) {
        return plan.targets().stream()
                .filter(ColumnTarget.Added.class::isInstance)
                .map(ColumnTarget.Added.class::cast)
                .filter(added -> added.field().equals(name))
                .map(ColumnTarget.Added::label)
                .findFirst()
                .or(() -> type.map(one -> one.labelOf(name)))
                .orElse(name.value());
    }
}
