package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import java.util.List;
import java.util.Optional;

/// One field of an entity type, as an admin defined it.
///
/// @param name given once, never changed; programs use it
/// @param label what people see; may change at will
/// @param choices what may be chosen, in the order to show; empty unless the kind is choice or
///   choices
/// @param group fields of one group merge as one unit
/// @param strategy overrides the type's
/// @param references the type a reference points to; empty means any
/// @param removed kept so that its history stays readable; takes no values any more
public record FieldDefinition(
        FieldName name,
        String label,
        FieldKind kind,
        boolean required,
        boolean unique,
        List<String> choices,
        String help,
        Optional<String> group,
        Optional<MergeStrategy> strategy,
        Optional<TypeName> references,
        boolean removed) {

    public FieldDefinition {
        choices = List.copyOf(choices);
    }

    /// A field with nothing special about it.
    public static FieldDefinition of(FieldName name, String label, FieldKind kind) {
        return new FieldDefinition(
                name,
                label,
                kind,
                false,
                false,
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public FieldDefinition asRequired() {
        return new FieldDefinition(
                name,
                label,
                kind,
                true,
                unique,
                choices,
                help,
                group,
                strategy,
                references,
                removed);
    }

    public FieldDefinition asUnique() {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                true,
                choices,
                help,
                group,
                strategy,
                references,
                removed);
    }

    public FieldDefinition asRemoved() {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                unique,
                choices,
                help,
                group,
                strategy,
                references,
                true);
    }

    public FieldDefinition choosing(List<String> newChoices) {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                unique,
                newChoices,
                help,
                group,
                strategy,
                references,
                removed);
    }

    public FieldDefinition referringTo(TypeName type) {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                unique,
                choices,
                help,
                group,
                strategy,
                Optional.of(type),
                removed);
    }

    public FieldDefinition labelled(String newLabel) {
        return new FieldDefinition(
                name,
                newLabel,
                kind,
                required,
                unique,
                choices,
                help,
                group,
                strategy,
                references,
                removed);
    }

    public FieldDefinition grouped(String newGroup) {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                unique,
                choices,
                help,
                Optional.of(newGroup),
                strategy,
                references,
                removed);
    }

    public FieldDefinition withHelp(String newHelp) {
        return new FieldDefinition(
                name,
                label,
                kind,
                required,
                unique,
                choices,
                newHelp,
                group,
                strategy,
                references,
                removed);
    }
}
