package io.mergedesk.ui.history;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What restoring will write, worked out before anything is written.
///
/// @param base the revision the plan was made on
/// @param leftOut fields whose old value cannot come back, since the type no longer has them or it
///   was erased
record RestorePlan(Revision base, Patch patch, List<FieldChange> changes, List<FieldName> leftOut) {

    /// Everything as it was.
    static RestorePlan ofRecord(EntityType type, Entity current, Entity past) {
        return of(type, current, Patch.between(current.values(), past.values()));
    }

    /// One field as it was; without a value it becomes empty.
    static RestorePlan ofField(
            EntityType type, Entity current, FieldName field, @Nullable FieldValue value) {
        return of(type, current, Patch.of(Map.of(field, Optional.ofNullable(value))));
    }

    private static RestorePlan of(EntityType type, Entity current, Patch wanted) {
        var leftOut = new TreeSet<FieldName>();
        for (var field : wanted.fields()) {
            boolean known = field.equals(FieldName.TEAM) || type.field(field).isPresent();
            if (!known || isErased(wanted, field)) {
                leftOut.add(field);
            }
        }
        var patch = wanted.without(leftOut);
        var changes = Diff.between(current.values(), patch.applyTo(current.values()));
        return new RestorePlan(current.revision(), patch, changes, List.copyOf(leftOut));
    }

    private static boolean isErased(Patch wanted, FieldName field) {
        var value = wanted.byName().get(field);
        return value != null && value.filter(FieldValue.Erased.class::isInstance).isPresent();
    }

    boolean changesNothing() {
        return changes.isEmpty();
    }
}
