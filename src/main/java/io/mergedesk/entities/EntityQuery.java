package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.util.List;
import java.util.Optional;

/// Which entities of a type, in which order, and where to go on.
///
/// @param words each word must begin some word of the entity's texts; empty text means all
/// @param sort empty sorts by the time of the last change
public record EntityQuery(
        TypeName type,
        String words,
        List<Filter> filters,
        Optional<FieldName> sort,
        boolean descending,
        int limit,
        Optional<Cursor> after) {

    /// Most entities in one page.
    public static final int MAX_LIMIT = 500;

    public EntityQuery {
        filters = List.copyOf(filters);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "expected a limit from 1 to " + MAX_LIMIT + ", got " + limit);
        }
    }

    /// All entities of a type, the latest change first.
    public static EntityQuery of(TypeName type, int limit) {
        return new EntityQuery(
                type, "", List.of(), Optional.empty(), true, limit, Optional.empty());
    }

    public EntityQuery sortedBy(FieldName field, boolean newDescending) {
        return new EntityQuery(
                type, words, filters, Optional.of(field), newDescending, limit, after);
    }

    public EntityQuery matching(String newWords) {
        return new EntityQuery(type, newWords, filters, sort, descending, limit, after);
    }

    public EntityQuery where(List<Filter> newFilters) {
        return new EntityQuery(type, words, newFilters, sort, descending, limit, after);
    }

    public EntityQuery limitedTo(int newLimit) {
        return new EntityQuery(type, words, filters, sort, descending, newLimit, after);
    }

    public EntityQuery startingAfter(Optional<Cursor> cursor) {
        return new EntityQuery(type, words, filters, sort, descending, limit, cursor);
    }
}
