package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an entity holds: a value for every field that has one, in the order of the names.
public record FieldValues(SortedMap<FieldName, FieldValue> byName) {

    public static final FieldValues NONE = new FieldValues(Collections.emptySortedMap());

    public FieldValues {
        byName = SortedFields.copyOf(byName);
    }

    public static FieldValues of(Map<FieldName, ? extends FieldValue> byName) {
        return new FieldValues(new TreeMap<>(byName));
    }

    public Optional<FieldValue> find(FieldName field) {
        return Optional.ofNullable(byName.get(field));
    }

    /// To go through it beside others.
    public FieldWalk walk() {
        return new FieldWalk(SortedFields.copyOf(byName));
    }

    public @Nullable FieldValue get(FieldName field) {
        return byName.get(field);
    }

    /// The values of these fields alone.
    public FieldValues only(Collection<FieldName> fields) {
        var kept = new TreeMap<>(byName);
        kept.keySet().retainAll(fields);
        return new FieldValues(kept);
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }
}
