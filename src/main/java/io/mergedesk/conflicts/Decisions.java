package io.mergedesk.conflicts;

import io.mergedesk.common.FieldName;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A resolution in the making: what a person has decided so far. May also overrule what was merged
/// without asking.
public record Decisions(Optional<EntityChoice> entity, SortedMap<FieldName, Choice> fields) {

    public static final Decisions NONE =
            new Decisions(Optional.empty(), Collections.emptySortedMap());

    public Decisions {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    public Decisions with(FieldName field, Choice choice) {
        var more = new TreeMap<>(fields);
        more.put(field, choice);
        return new Decisions(entity, more);
    }

    public Decisions without(FieldName field) {
        var fewer = new TreeMap<>(fields);
        fewer.remove(field);
        return new Decisions(entity, fewer);
    }

    public Decisions with(EntityChoice choice) {
        return new Decisions(Optional.of(choice), fields);
    }
}
