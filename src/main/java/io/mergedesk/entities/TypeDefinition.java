package io.mergedesk.entities;

import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import java.util.List;

/// What an admin says of an entity type: its names, its fields in the order to show, its merge
/// strategy.
///
/// @param label what people call many of them: "Contacts"
/// @param singular what people call one: "Contact"
public record TypeDefinition(
        TypeName name,
        String label,
        String singular,
        List<FieldDefinition> fields,
        MergeStrategy strategy) {

    public TypeDefinition {
        fields = List.copyOf(fields);
    }
}
