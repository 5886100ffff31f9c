package io.mergedesk.ui.records;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state of a list in the address: `?q=lyon&filter=status:eq:active&sort=-name`, as in the API.
/// What it cannot read it leaves out: an old link still opens.
final class ListAddress {

    static final String WORDS = "q";
    private static final String FILTER = "filter";
    private static final String SORT = "sort";
    private static final String UPDATED = "updatedAt";

    private ListAddress() {}

    static QueryParameters write(ListState state, EntityType type) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!state.words().isBlank()) {
            parameters.put(WORDS, List.of(state.words()));
        }
        if (!state.filters().isEmpty()) {
            parameters.put(FILTER, state.filters().stream().map(ListAddress::write).toList());
        }
        var start = ListState.start(type);
        if (!state.sort().equals(start.sort()) || state.descending() != start.descending()) {
            var field = state.sort().map(FieldName::value).orElse(UPDATED);
            parameters.put(SORT, List.of((state.descending() ? "-" : "") + field));
        }
        return new QueryParameters(parameters);
    }

    static ListState read(QueryParameters parameters, EntityType type) {
        var state =
                ListState.start(type).searching(parameters.getSingleParameter(WORDS).orElse(""));
        for (var text : parameters.getParameters(FILTER)) {
            state = filter(text, type).map(state::with).orElse(state);
        }
        var sort = parameters.getSingleParameter(SORT);
        return sort.isEmpty() ? state : sorted(state, sort.get(), type);
    }

    private static ListState sorted(ListState state, String text, EntityType type) {
        boolean descending = text.startsWith("-");
        var name = descending ? text.substring(1) : text;
        if (name.equals(UPDATED)) {
            return state.sorted(Optional.empty(), descending);
        }
        return field(name, type)
                .filter(field -> field.kind().isSortable())
                .map(field -> state.sorted(Optional.of(field.name()), descending))
                .orElse(state);
    }

    static String write(Filter filter) {
        var start = filter.field().value() + ":" + filter.operator().wireName();
        return filter.value() == null ? start : start + ":" + FieldText.write(filter.value());
    }

    private static Optional<Filter> filter(String text, EntityType type) {
        var parts = text.split(":", 3);
        var field = field(parts[0], type);
        if (parts.length < 2 || field.isEmpty()) {
            return Optional.empty();
        }
        return Filter.Operator.parse(parts[1])
                .flatMap(operator -> {
                    if (!operator.needsValue()) {
                        return Optional.of(new Filter(field.get().name(), operator, null));
                    }
                    return parts.length == 3
                                    && FieldText.read(FilterWords.kindOf(field.get()), parts[2])
                                            instanceof Reading.Value(var value)
                            ? Optional.of(new Filter(field.get().name(), operator, value))
                            : Optional.empty();
                });
    }

    private static Optional<FieldDefinition> field(String name, EntityType type) {
        return type.fields().stream()
                .filter(field -> field.name().value().equals(name))
                .findFirst();
    }
}
