package io.mergedesk.ui.types;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A definition while an admin works on it: what it was, and what it is to become.
///
/// @param version of the definition it began with
record TypeDraft(TypeDefinition base, int version, TypeDefinition mine) {

    static TypeDraft of(EntityType type) {
        return new TypeDraft(type.definition(), type.version(), type.definition());
    }

    boolean isChanged() {
        return !base.equals(mine);
    }

    List<String> changes() {
        return TypeWords.differences(base, mine);
    }

    /// The fields that take values, in the order to show.
    List<FieldDefinition> fields() {
        return mine.fields().stream().filter(field -> !field.removed()).toList();
    }

    List<FieldDefinition> removed() {
        return mine.fields().stream().filter(FieldDefinition::removed).toList();
    }

    boolean isNew(FieldName name) {
        return base.fields().stream().noneMatch(field -> field.name().equals(name));
    }

    TypeDraft called(String label, String singular) {
        return with(mine.called(label, singular));
    }

    TypeDraft merging(MergeStrategy strategy) {
        return with(mine.merging(strategy));
    }

    TypeDraft joining(Strictness strictness) {
        return with(mine.joining(strictness));
    }

    /// Adds the field, or replaces the one of that name.
    TypeDraft withField(FieldDefinition field) {
        return fields(all -> {
            int at = indexOf(field.name(), all);
            if (at < 0) {
                all.add(field);
            } else {
                all.set(at, field);
            }
        });
    }

    /// Moves a field past its neighbour: up for -1, down for 1. At the end of the way nothing
    /// happens.
    TypeDraft moved(FieldName name, int by) {
        var shown = fields();
        int from = indexOf(name, shown);
        int to = from + by;
        if (from < 0 || to < 0 || to >= shown.size()) {
            return this;
        }
        return fields(all ->
                Collections.swap(all, indexOf(name, all), indexOf(shown.get(to).name(), all)));
    }

    /// A field that was never saved goes away; another one is kept as removed.
    TypeDraft without(FieldName name) {
        return isNew(name)
                ? fields(all -> all.removeIf(field -> field.name().equals(name)))
                : replaced(name, FieldDefinition::asRemoved);
    }

    TypeDraft withBack(FieldName name) {
        return replaced(name, FieldDefinition::asBroughtBack);
    }

    private TypeDraft replaced(FieldName name, UnaryOperator<FieldDefinition> change) {
        return fields(all ->
                all.replaceAll(field -> field.name().equals(name) ? change.apply(field) : field));
    }

    private TypeDraft fields(Consumer<List<FieldDefinition>> change) {
        var all = new ArrayList<>(mine.fields());
        change.accept(all);
        return with(mine.having(all));
    }

    private static int indexOf(FieldName name, List<FieldDefinition> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private TypeDraft with(TypeDefinition definition) {
        return new TypeDraft(base, version, definition);
    }
}
