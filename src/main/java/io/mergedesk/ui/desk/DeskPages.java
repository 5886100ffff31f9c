package io.mergedesk.ui.desk;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.mergedesk.common.ConflictId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.ConflictPage;
import io.mergedesk.desk.ConflictQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rows of the grid by their place in a list that can only be walked: remembers where each page
/// ended, and walks on from the nearest one.
final class DeskPages extends AbstractBackEndDataProvider<DeskRow, Void> {

    private final transient ConflictQuery query;
    private final transient Function<ConflictQuery, ConflictPage> read;
    private final transient Function<List<Conflict>, List<DeskRow>> rows;
    private final transient NavigableMap<Integer, ConflictCursor> ends = new TreeMap<>();
    private final transient Map<ConflictId, DeskRow> handed = new HashMap<>();

    DeskPages(
            ConflictQuery query,
            Function<ConflictQuery, ConflictPage> read,
            Function<List<Conflict>, List<DeskRow>> rows) {
        this.query = query;
        this.read = read;
        this.rows = rows;
    }

    @Override
    public Object getId(DeskRow row) {
        return row.id();
    }

    @Override
    protected Stream<DeskRow> fetchFromBackEnd(Query<DeskRow, Void> wanted) {
        var found = conflicts(wanted.getOffset(), wanted.getLimit());
        var made = rows.apply(found);
        made.forEach(row -> handed.put(row.id(), row));
        return made.stream();
    }

    /// The row of a conflict, as it was handed out last.
    Optional<DeskRow> row(ConflictId id) {
        return Optional.ofNullable(handed.get(id));
    }

    /// Reads what is shown once more, where it is.
    void readAnew() {
        ends.clear();
        handed.clear();
        refreshAll();
    }

    private List<Conflict> conflicts(int from, int count) {
        var nearest = Optional.ofNullable(ends.floorEntry(from));
        int at = nearest.map(entry -> entry.getKey()).orElse(0);
        var after = nearest.map(entry -> entry.getValue());
        var found = new ArrayList<Conflict>();
        while (at < from + count) {
            int most = at < from ? from - at : from + count - at;
            var page =
                    read.apply(
                            query.limitedTo(Math.min(ConflictQuery.MAX_LIMIT, most))
                                    .startingAfter(after));
            if (at >= from) {
                found.addAll(page.items());
            }
            at += page.items().size();
            after = page.next();
            if (after.isEmpty()) {
                break;
            }
            ends.put(at, after.get());
        }
        return found;
    }

    @Override
    protected int sizeInBackEnd(Query<DeskRow, Void> wanted) {
        throw new IllegalStateException("expected a list of unknown size: counting is too slow");
    }
}
