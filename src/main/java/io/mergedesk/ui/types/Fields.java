package io.mergedesk.ui.types;

import io.mergedesk.entities.FieldDefinition;

/// Field definitions with one thing changed.
final class Fields {

    private Fields() {}

    static FieldDefinition removed(FieldDefinition field, boolean removed) {
        return new FieldDefinition(
                field.name(),
                field.label(),
                field.kind(),
                field.required(),
                field.unique(),
                field.choices(),
                field.help(),
                field.group(),
                field.strategy(),
                field.references(),
                removed);
    }
}
