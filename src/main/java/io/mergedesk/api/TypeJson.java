package io.mergedesk.api;

import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entity type as programs see it, removed fields too: old changes still name them.
///
/// @param version counts the changes of the definition; the `ETag`
/// @param policy the merge strategy of fields that name none
/// @param strictness the smallest part that two people may change at once: `entity`, `field`, or
///   `value` (words of a long text, members of a set, sums)
record TypeJson(
        String name,
        String label,
        String singular,
        long version,
        String policy,
        String strictness,
        List<Field> fields) {

    /// @param adds whether two changes of a number are added up
    record Field(
            String name,
            String label,
            String kind,
            boolean required,
            boolean unique,
            List<String> choices,
            String help,
            @Nullable String group,
            @Nullable String policy,
            boolean adds,
            @Nullable String references,
            boolean removed) {

        static Field of(FieldDefinition field) {
            return new Field(
                    field.name().value(),
                    field.label(),
                    field.kind().wireName(),
                    field.required(),
                    field.unique(),
                    field.choices(),
                    field.help(),
                    field.group().orElse(null),
                    field.strategy().map(MergeStrategy::wireName).orElse(null),
                    field.adds(),
                    field.references().map(TypeName::value).orElse(null),
                    field.removed());
        }
    }

    static TypeJson of(EntityType type) {
        var definition = type.definition();
        return new TypeJson(
                definition.name().value(),
                definition.label(),
                definition.singular(),
                type.version(),
                definition.strategy().wireName(),
                definition.strictness().wireName(),
                definition.fields().stream().map(Field::of).toList());
    }
}
