package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The field changes between two contents, and back.
public final class Diff {

    private Diff() {}

    /// Every field that differs, in the order of the names.
    public static List<FieldChange> between(FieldValues before, FieldValues after) {
        var changes = new TreeMap<FieldName, FieldChange>();
        before.byName()
                .forEach((field, old) -> {
                    var now = after.get(field);
                    if (!old.equals(now)) {
                        changes.put(field, FieldChange.of(field, old, now));
                    }
                });
        after.byName()
                .forEach((field, now) -> {
                    if (before.get(field) == null) {
                        changes.put(field, new FieldChange.Filled(field, now));
                    }
                });
        return List.copyOf(changes.values());
    }

    /// The content after these changes.
    public static FieldValues apply(FieldValues before, List<FieldChange> changes) {
        var result = new TreeMap<>(before.byName());
        for (var change : changes) {
            set(result, change.field(), change.to());
        }
        return new FieldValues(result);
    }

    /// The content before these changes.
    public static FieldValues revert(FieldValues after, List<FieldChange> changes) {
        var result = new TreeMap<>(after.byName());
        for (var change : changes) {
            set(result, change.field(), change.from());
        }
        return new FieldValues(result);
    }

    private static void set(
            Map<FieldName, FieldValue> values, FieldName field, @Nullable FieldValue value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }
}
