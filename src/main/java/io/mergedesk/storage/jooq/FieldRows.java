package io.mergedesk.storage.jooq;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.storage.jooq.schema.tables.records.FieldRecord;
import java.util.List;
import java.util.Optional;

/// Reads field definitions from their rows; choices are kept one a line.
final class FieldRows {

    private FieldRows() {}

    static FieldDefinition read(FieldRecord row) {
        return new FieldDefinition(
                new FieldName(row.getName()),
                row.getLabel(),
                FieldKind.parse(row.getKind()).orElseThrow(),
                row.getRequired(),
                row.getIsUnique(),
                row.getChoices().isEmpty() ? List.of() : List.of(row.getChoices().split("\n")),
                row.getHelp(),
                Optional.ofNullable(row.getFieldGroup()),
                Optional.ofNullable(row.getStrategy()).flatMap(MergeStrategy::parse),
                row.getAdds(),
                Optional.ofNullable(row.getReferenceType()).map(TypeName::new),
                row.getRemovedAt() != null);
    }
}
