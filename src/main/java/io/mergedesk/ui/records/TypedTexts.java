package io.mergedesk.ui.records;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person typed into the fields of a record, valid or not, and what it means.
final class TypedTexts {

    private final EntityType type;
    private final SortedMap<FieldName, String> texts = new TreeMap<>();

    TypedTexts(EntityType type) {
        this.type = type;
    }

    SortedMap<FieldName, String> byField() {
        return Collections.unmodifiableSortedMap(texts);
    }

    Set<FieldName> fields() {
        return Set.copyOf(texts.keySet());
    }

    boolean has(FieldName field) {
        return texts.containsKey(field);
    }

    Optional<String> find(FieldName field) {
        return Optional.ofNullable(texts.get(field));
    }

    void put(FieldName field, String text) {
        texts.put(field, text);
    }

    void remove(FieldName field) {
        texts.remove(field);
    }

    void clear() {
        texts.clear();
    }

    /// Whether that text of a field is just another way to write the value.
    boolean means(FieldName field, String text, @Nullable FieldValue value) {
        return switch (read(field, text)) {
            case Reading.Value(var read) -> read.equals(value);
            case Reading.Nothing _ -> value == null;
            case Reading.Wrong _ -> false;
        };
    }

    /// What cannot be read, with what was expected.
    SortedMap<FieldName, String> problems() {
        var problems = new TreeMap<FieldName, String>();
        texts.forEach((field, text) -> {
            if (read(field, text) instanceof Reading.Wrong(var expected)) {
                problems.put(field, type.labelOf(field) + ": expected " + expected);
            }
        });
        return problems;
    }

    /// What is to be set and cleared; only what could be read.
    Patch patch() {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        texts.forEach((field, text) -> {
            switch (read(field, text)) {
                case Reading.Value(var value) -> patch.put(field, Optional.of(value));
                case Reading.Nothing _ -> patch.put(field, Optional.empty());
                case Reading.Wrong _ -> {}
            }
        });
        return new Patch(patch);
    }

    private Reading read(FieldName field, String text) {
        return FieldText.read(type.kindOf(field), text);
    }
}
