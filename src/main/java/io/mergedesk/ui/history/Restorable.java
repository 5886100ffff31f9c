package io.mergedesk.ui.history;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether putting a value back would change anything, and could: one that was erased is gone.
final class Restorable {

    private Restorable() {}

    static boolean in(
            EntityType type, Entity current, FieldName field, @Nullable FieldValue value) {
        if (value instanceof FieldValue.Erased
                || current.deleted()
                || Objects.equals(current.values().get(field), value)) {
            return false;
        }
        if (field.equals(FieldName.TEAM)) {
            return true;
        }
        return type.field(field).filter(its -> value != null || !its.required()).isPresent();
    }
}
