package io.mergedesk.ui.fields;

import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Rows by their place in a list that can only be walked: remembers the cursor at each place where
/// a page ended, and walks forward from the nearest one.
///
/// A page may hold fewer rows than asked for, even none, and yet not be the last: the walk goes on
/// behind it, but never for long, so that nobody waits for an answer. Asked again, it goes on where
/// it stopped.
public final class RecordPages {

    /// How long one walk may take, and how many pages it may read.
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final int MOST = 200;

    private final EntityQuery query;
    private final Function<EntityQuery, EntityPage> read;
    private final InstantSource clock;
    private final NavigableMap<Integer, Cursor> ends = new TreeMap<>();
    private Optional<Unfinished> unfinished = Optional.empty();

    /// Where a walk stopped, with what it had found from that place on.
    private record Unfinished(int from, List<Entity> rows, Optional<Cursor> after) {}

    /// What a walk found.
    ///
    /// @param complete whether these are all the rows asked for, or all there are
    public record Stretch(List<Entity> rows, boolean complete) {

        public Stretch {
            rows = List.copyOf(rows);
        }
    }

    public RecordPages(
            EntityQuery query, Function<EntityQuery, EntityPage> read, InstantSource clock) {
        this.query = query;
        this.read = read;
        this.clock = clock;
    }

    /// At most so many rows from that place on; fewer at the end of the list.
    public Stretch rows(int from, int count) {
        var begun = unfinished.filter(one -> one.from() == from).orElseGet(() -> nearest(from));
        unfinished = Optional.empty();
        var rows = new ArrayList<>(begun.rows());
        int at = begun.from() + rows.size();
        var after = begun.after();
        var until = clock.instant().plus(PATIENCE);
        for (int pages = 0; at < from + count; pages++) {
            if (pages == MOST || (pages > 0 && clock.instant().isAfter(until))) {
                if (at >= from) {
                    unfinished = Optional.of(new Unfinished(from, List.copyOf(rows), after));
                }
                return new Stretch(rows, false);
            }
            int wanted = (at < from ? from : from + count) - at;
            var page =
                    read.apply(
                            query.limitedTo(Math.min(EntityQuery.MAX_LIMIT, wanted))
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
        return new Stretch(rows.subList(0, Math.min(count, rows.size())), true);
    }

    private Unfinished nearest(int place) {
        var end = Optional.ofNullable(ends.floorEntry(place));
        return new Unfinished(
                end.map(entry -> entry.getKey()).orElse(0),
                List.of(),
                end.map(entry -> entry.getValue()));
    }

    /// Others may have come or gone: begins anew.
    public void forget() {
        ends.clear();
        unfinished = Optional.empty();
    }
}
