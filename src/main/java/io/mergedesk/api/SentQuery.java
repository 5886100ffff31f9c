package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads which entities a list shall show. A cursor belongs to one list: with other words, filters
/// or another order it is refused.
record SentQuery(EntityQuery query, String list) {

    private static final String UPDATED_AT = "updatedAt";
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_WORDS = 200;
    private static final int MAX_FILTERS = 20;

    /// @throws RejectedRequest that names the parameter and says what is wrong with it
    static SentQuery read(EntityType type, MultiValueMap<String, String> parameters) {
        int limit =
                QueryNumber.limit(parameters.getFirst("limit"), USUAL_LIMIT, EntityQuery.MAX_LIMIT);
        var query =
                sorted(EntityQuery.of(type.name(), limit), type, parameters.getFirst("sort"))
                        .matching(words(parameters.getFirst("q")))
                        .where(
                                filters(parameters).stream()
                                        .map(text -> SentFilter.read(type, text))
                                        .toList());
        var list = Integer.toHexString(query.limitedTo(1).toString().hashCode());
        var after =
                Optional.ofNullable(parameters.getFirst("cursor"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> cursor(text, list, query));
        return new SentQuery(query.startingAfter(after), list);
    }

    /// The text for the next page.
    String encode(Cursor cursor) {
        return list + "." + cursor.encode();
    }

    private static String words(@Nullable String text) {
        var words = text == null ? "" : text.strip();
        if (words.length() > MAX_WORDS) {
            throw Problem.badRequest("q", "expected at most " + MAX_WORDS + " characters")
                    .rejected();
        }
        return words;
    }

    private static List<String> filters(MultiValueMap<String, String> parameters) {
        var filters = parameters.getOrDefault("filter", List.of());
        if (filters.size() > MAX_FILTERS) {
            throw Problem.badRequest("filter", "expected at most " + MAX_FILTERS).rejected();
        }
        return filters;
    }

    private static EntityQuery sorted(EntityQuery query, EntityType type, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return query;
        }
        var wanted = text.strip();
        boolean descending = wanted.startsWith("-");
        var name = descending ? wanted.substring(1) : wanted;
        var fields = type.fields().stream().filter(field -> field.kind().isSortable()).toList();
        var field =
                fields.stream()
                        .map(FieldDefinition::name)
                        .filter(one -> one.value().equals(name))
                        .findAny();
        if (field.isEmpty() && !name.equals(UPDATED_AT)) {
            var known =
                    fields.stream()
                            .map(one -> one.name().value())
                            .collect(Collectors.joining(", "));
            throw Problem.badRequest(
                            "sort",
                            "'"
                                    + name
                                    + "' is nothing to sort by: expected one of "
                                    + known
                                    + ", "
                                    + UPDATED_AT
                                    + ", with - before it for descending order")
                    .rejected();
        }
        return byFieldOrUpdate(query, field, descending);
    }

    private static EntityQuery byFieldOrUpdate(
            EntityQuery query, Optional<FieldName> field, boolean descending) {
        return new EntityQuery(
                query.type(),
                query.words(),
                query.filters(),
                field,
                descending,
                query.limit(),
                query.after());
    }

    private static Cursor cursor(String text, String list, EntityQuery query) {
        int dot = text.indexOf('.');
        if (dot > 0 && text.substring(0, dot).equals(list)) {
            try {
                var cursor = Cursor.decode(text.substring(dot + 1));
                if (query.sort().isPresent() || isTime(cursor.key().bytes())) {
                    return cursor;
                }
            } catch (IllegalArgumentException _) {
                // the same answer: it is no cursor of this list
            }
        }
        throw Problem.badRequest(
                        "cursor",
                        "expected the nextCursor of the page before, with the same q, filter and"
                                + " sort, got '"
                                + text
                                + "'")
                .rejected();
    }

    private static boolean isTime(byte[] key) {
        return key.length == Long.BYTES && key[0] >= 0;
    }
}
