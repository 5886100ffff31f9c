package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import org.jspecify.annotations.Nullable;

/// Goes along a content once, field by field in the order of the names, such as beside another one.
public final class FieldWalk {

    private final SortedFields fields;
    private int at;

    FieldWalk(SortedFields fields) {
        this.fields = fields;
    }

    /// The field it stands at; null behind the last one.
    public @Nullable FieldName field() {
        return at < fields.size() ? fields.name(at) : null;
    }

    /// The value of that field, and goes on behind it; null, and stays, when it stands at another
    /// one.
    public @Nullable FieldValue take(FieldName wanted) {
        return wanted.equals(field()) ? fields.value(at++) : null;
    }
}
