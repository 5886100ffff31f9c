package io.mergedesk.ui.records;

import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.KeyRange;
import java.util.ArrayList;
import java.util.List;

/// Whether a record belongs into a list, without asking the database.
record Matching(List<KeyRange> ranges) {

    static Matching of(ListState state, EntityType type) {
        var ranges = new ArrayList<KeyRange>();
        state.filters().forEach(filter -> ranges.add(KeyRange.of(type, filter)));
        IndexKeys.wordsOf(state.words()).forEach(word -> ranges.add(KeyRange.ofWord(type, word)));
        return new Matching(List.copyOf(ranges));
    }

    boolean takes(EntityType type, Entity entity) {
        if (ranges.isEmpty()) {
            return !entity.deleted();
        }
        var keys = IndexKeys.of(type, entity);
        return !entity.deleted()
                && ranges.stream()
                        .allMatch(range ->
                                range.negated()
                                        != keys.stream()
                                                .anyMatch(key ->
                                                        key.index() == range.index()
                                                                && range.contains(key.key())));
    }
}
