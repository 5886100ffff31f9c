package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.FieldPolicy;
import io.mergedesk.conflicts.MergePolicy;
import io.mergedesk.conflicts.MergeStrategy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An entity type as it is stored: the definition, and the numbers its index keys are kept under.
///
/// @param version counts the changes of the definition, from 1
/// @param wordsIndex where the words of its texts are indexed
/// @param indexes where each of its fields is indexed, removed ones too
/// @param saved who made this version; empty where that was not noted yet
public record EntityType(
        int id,
        int version,
        int wordsIndex,
        Map<FieldName, Integer> indexes,
        TypeDefinition definition,
        Map<FieldName, FieldDefinition> byName,
        Optional<Saved> saved) {

    /// Who saved a definition, and when.
    public record Saved(UserId by, Instant at) {}

    public EntityType {
        indexes = Map.copyOf(indexes);
        byName = Map.copyOf(byName);
    }

    public static EntityType of(
            int id,
            int version,
            int wordsIndex,
            Map<FieldName, Integer> indexes,
            TypeDefinition definition) {
        return new EntityType(
                id,
                version,
                wordsIndex,
                indexes,
                definition,
                definition.fields().stream()
                        .collect(Collectors.toMap(FieldDefinition::name, Function.identity())),
                Optional.empty());
    }

    public EntityType with(Optional<Saved> made) {
        return new EntityType(id, version, wordsIndex, indexes, definition, byName, made);
    }

    public TypeName name() {
        return definition.name();
    }

    public String label() {
        return definition.label();
    }

    /// The fields that take values, in the order to show.
    public List<FieldDefinition> fields() {
        return definition.fields().stream().filter(field -> !field.removed()).toList();
    }

    /// The field of that name, unless it is not there or was removed.
    public Optional<FieldDefinition> field(FieldName name) {
        return Optional.ofNullable(byName.get(name)).filter(field -> !field.removed());
    }

    /// How to read a stored value, of removed fields too.
    ///
    /// @throws IllegalStateException when the type never had such a field
    public FieldKind kindOf(FieldName name) {
        if (name.equals(FieldName.TEAM)) {
            return FieldKind.TEXT;
        }
        var field = byName.get(name);
        if (field == null) {
            throw new IllegalStateException("type " + name() + " has no field " + name);
        }
        return field.kind();
    }

    /// How to read all stored values of this type.
    public FieldKinds kinds() {
        return kinds(this::kindOf);
    }

    /// @param others asked about fields that this version of the type does not have
    FieldKinds kinds(Function<FieldName, FieldKind> others) {
        var kinds = new HashMap<FieldName, FieldKind>();
        kinds.put(FieldName.TEAM, FieldKind.TEXT);
        byName.forEach((field, itsDefinition) -> kinds.put(field, itsDefinition.kind()));
        return new FieldKinds(kinds, others);
    }

    /// The label of a field, of removed ones too; its name where there is none.
    public String labelOf(FieldName name) {
        var field = byName.get(name);
        if (name.equals(FieldName.TEAM)) {
            return "Team";
        }
        return field == null ? name.value() : field.label();
    }

    /// How entities of this type are merged. Nobody is asked about fields that were removed.
    ///
    /// @param asked used instead of what the type and its fields say
    public MergePolicy mergePolicy(Optional<MergeStrategy> asked) {
        var policies = new HashMap<FieldName, FieldPolicy>();
        for (var field : definition.fields()) {
            var own = asked.or(field::strategy).orElse(definition.strategy());
            policies.put(
                    field.name(),
                    new FieldPolicy(
                            field.kind(),
                            field.removed() ? MergeStrategy.LAST_WRITE_WINS : own,
                            field.group().filter(_ -> !field.removed()),
                            field.adds() && !field.removed()));
        }
        return new MergePolicy(
                asked.orElse(definition.strategy()), definition.strictness(), policies);
    }

    public int indexOf(FieldName name) {
        return Optional.ofNullable(indexes.get(name)).orElseThrow();
    }

    /// The field that names an entity: the first that is text.
    public Optional<FieldName> titleField() {
        return fields().stream()
                .filter(field -> field.kind() == FieldKind.TEXT)
                .map(FieldDefinition::name)
                .findFirst();
    }

    /// What to call an entity of this type where only one line is to be had.
    public String titleOf(Entity entity) {
        return titleField()
                .flatMap(entity.values()::find)
                .map(io.mergedesk.changes.FieldText::write)
                .orElseGet(
                        () -> definition.singular() + " " + entity.id().toString().substring(24));
    }
}
