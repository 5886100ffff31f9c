package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What somebody wants to set and to clear; fields it does not name stay as they are. An empty
/// optional clears.
public record Patch(SortedMap<FieldName, Optional<FieldValue>> byName) {

    public static final Patch NONE = new Patch(Collections.emptySortedMap());

    public Patch {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    public static Patch of(Map<FieldName, Optional<FieldValue>> byName) {
        return new Patch(new TreeMap<>(byName));
    }

    /// The patch that sets every one of these values and clears nothing.
    public static Patch setting(FieldValues values) {
        var all = new TreeMap<FieldName, Optional<FieldValue>>();
        values.byName().forEach((field, value) -> all.put(field, Optional.of(value)));
        return new Patch(all);
    }

    /// The patch that leads from one content to the other.
    public static Patch between(FieldValues before, FieldValues after) {
        var all = new TreeMap<FieldName, Optional<FieldValue>>();
        for (var change : Diff.between(before, after)) {
            all.put(change.field(), Optional.ofNullable(change.to()));
        }
        return new Patch(all);
    }

    public SortedSet<FieldName> fields() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(byName.keySet()));
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// This patch without those of its fields.
    public Patch without(SortedSet<FieldName> fields) {
        var rest = new TreeMap<>(byName);
        rest.keySet().removeAll(fields);
        return new Patch(rest);
    }

    public FieldValues applyTo(FieldValues values) {
        return new FieldValues(SortedFields.copyOf(values.byName()).with(byName));
    }
}
