package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How one field differs between two revisions.
public sealed interface FieldChange {

    FieldName field();

    /// The value before; null where there was none.
    @Nullable FieldValue from();

    /// The value after; null where there is none.
    @Nullable FieldValue to();

    /// The same change seen from its end.
    default FieldChange reversed() {
        return of(field(), to(), from());
    }

    record Filled(FieldName field, FieldValue to) implements FieldChange {
        @Override
        public @Nullable FieldValue from() {
            return null;
        }
    }

    record Replaced(FieldName field, FieldValue from, FieldValue to) implements FieldChange {}

    record Cleared(FieldName field, FieldValue from) implements FieldChange {
        @Override
        public @Nullable FieldValue to() {
            return null;
        }
    }

    /// The change from one value to another.
    ///
    /// @throws IllegalArgumentException when both are the same (and not erased), or both are
    ///   missing
    static FieldChange of(FieldName field, @Nullable FieldValue from, @Nullable FieldValue to) {
        if (Objects.equals(from, to) && !(from instanceof FieldValue.Erased)) {
            throw new IllegalArgumentException("expected two values of " + field + " that differ");
        }
        if (from == null) {
            return new Filled(field, Objects.requireNonNull(to));
        }
        return to == null ? new Cleared(field, from) : new Replaced(field, from, to);
    }
}
