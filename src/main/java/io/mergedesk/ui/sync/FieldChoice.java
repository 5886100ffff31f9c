package io.mergedesk.ui.sync;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// The fields that there are to choose from, under the names that people know.
record FieldChoice(List<EntityType> types) {

    FieldChoice {
        types = List.copyOf(types);
    }

    List<FieldName> all() {
        return of(types);
    }

    /// @param chosen types; empty for all
    List<FieldName> of(Collection<EntityType> chosen) {
        return (chosen.isEmpty() ? types : chosen)
                .stream()
                        .flatMap(type -> type.fields().stream())
                        .map(field -> Objects.requireNonNull(field.name()))
                        .distinct()
                        .toList();
    }

    /// The labels a field has, as types may call it differently: `Name`, `Company / Firm`.
    String label(FieldName name) {
        var labels =
                types.stream()
                        .flatMap(type -> type.field(name).stream())
                        .map(field -> field.label())
                        .distinct()
                        .collect(Collectors.joining(" / "));
        return labels.isEmpty() ? name.value() : labels;
    }
}
