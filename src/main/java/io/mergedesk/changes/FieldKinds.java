package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Which kind each field of a type is of. Made once for a type and asked for every value that is
/// read: so it finds fields by what stands in the JSON, and gives out one name for all of them.
public final class FieldKinds {

    private final Map<String, Known> known = new HashMap<>();
    private final Function<FieldName, FieldKind> others;

    record Known(FieldName field, FieldKind kind) {}

    /// @param others asked about all other fields; may throw
    public FieldKinds(Map<FieldName, FieldKind> kinds, Function<FieldName, FieldKind> others) {
        kinds.forEach((field, kind) -> known.put(field.value(), new Known(field, kind)));
        this.others = others;
    }

    public FieldKind of(FieldName field) {
        return find(field.value()).kind();
    }

    Known find(String name) {
        var found = known.get(name);
        return found == null ? other(new FieldName(name)) : found;
    }

    private Known other(FieldName field) {
        return new Known(field, others.apply(field));
    }
}
