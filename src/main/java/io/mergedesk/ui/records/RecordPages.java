package io.mergedesk.ui.records;

import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Rows by their place in a list that can only be walked: remembers the cursor at each place where
/// a page ended, and walks forward from the nearest one.
final class RecordPages {

    private final EntityQuery query;
    private final Function<EntityQuery, EntityPage> read;
    private final NavigableMap<Integer, Cursor> ends = new TreeMap<>();

    RecordPages(EntityQuery query, Function<EntityQuery, EntityPage> read) {
        this.query = query;
        this.read = read;
    }

    /// At most so many rows from that place on; fewer at the end of the list.
    List<Entity> rows(int from, int count) {
        var start = ends.floorEntry(from);
        int at = start == null ? 0 : start.getKey();
        var after = Optional.ofNullable(start).map(entry -> entry.getValue());
        var rows = new ArrayList<Entity>();
        while (at < from + count) {
            int until = at < from ? from : from + count;
            var page =
                    read.apply(
                            query.limitedTo(Math.min(EntityQuery.MAX_LIMIT, until - at))
                                    .startingAfter(after));
            if (at >= from) {
                rows.addAll(page.items());
            }
            at += page.items().size();
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
            ends.put(at, after.get());
        }
        return rows;
    }
}
