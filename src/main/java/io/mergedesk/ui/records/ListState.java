package io.mergedesk.ui.records;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a list shows: the words searched for, the filters, the order.
///
/// @param sort empty sorts by the time of the last change
record ListState(String words, List<Filter> filters, Optional<FieldName> sort, boolean descending) {

    static final int PAGE = 60;

    ListState {
        filters = List.copyOf(filters);
    }

    /// How a list opens: by title from A to Z, or the latest change first where nothing is a title.
    static ListState start(EntityType type) {
        var title = type.titleField();
        return new ListState("", List.of(), title, title.isEmpty());
    }

    boolean narrows() {
        return !words.isBlank() || !filters.isEmpty();
    }

    ListState searching(String newWords) {
        return new ListState(newWords.strip(), filters, sort, descending);
    }

    ListState sorted(Optional<FieldName> newSort, boolean newDescending) {
        return new ListState(words, filters, newSort, newDescending);
    }

    ListState with(Filter filter) {
        var more = new ArrayList<>(filters);
        if (!more.contains(filter)) {
            more.add(filter);
        }
        return new ListState(words, more, sort, descending);
    }

    ListState without(Filter filter) {
        return new ListState(
                words,
                filters.stream().filter(one -> !one.equals(filter)).toList(),
                sort,
                descending);
    }

    ListState withoutAll() {
        return new ListState("", List.of(), sort, descending);
    }

    EntityQuery query(TypeName type) {
        return new EntityQuery(type, words, filters, sort, descending, PAGE, Optional.empty());
    }
}
