package io.mergedesk.entities;

import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import java.util.List;
import java.util.Objects;

/// What an admin says of an entity type: its names, its fields in the order to show, how its
/// entities are merged.
///
/// @param label what people call many of them: "Contacts"
/// @param singular what people call one: "Contact"
/// @param strictness the smallest part of an entity that two people may change at once
public record TypeDefinition(
        TypeName name,
        String label,
        String singular,
        List<FieldDefinition> fields,
        MergeStrategy strategy,
        Strictness strictness) {

    public TypeDefinition {
        fields = List.copyOf(fields);
        // drafts from before there was such a thing say nothing
        strictness = Objects.requireNonNullElse(strictness, Strictness.VALUE);
    }

    /// As people mostly want it: words, members of sets and sums are joined.
    public TypeDefinition(
            TypeName name,
            String label,
            String singular,
            List<FieldDefinition> fields,
            MergeStrategy strategy) {
        this(name, label, singular, fields, strategy, Strictness.VALUE);
    }

    public TypeDefinition called(String newLabel, String newSingular) {
        return new TypeDefinition(name, newLabel, newSingular, fields, strategy, strictness);
    }

    public TypeDefinition having(List<FieldDefinition> newFields) {
        return new TypeDefinition(name, label, singular, newFields, strategy, strictness);
    }

    public TypeDefinition merging(MergeStrategy newStrategy) {
        return new TypeDefinition(name, label, singular, fields, newStrategy, strictness);
    }

    public TypeDefinition joining(Strictness newStrictness) {
        return new TypeDefinition(name, label, singular, fields, strategy, newStrictness);
    }
}
