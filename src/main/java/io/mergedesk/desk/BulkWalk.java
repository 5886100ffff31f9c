package io.mergedesk.desk;

import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.conflicts.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Walks over the open conflicts of a selection, those that have waited longest first, page by
/// page: what is settled on the way does not disturb it.
final class BulkWalk {

    private static final int PAGE = 100;
    private static final int MOST_COUNTED = 100_000;

    private final ConflictSearch search;
    private final BulkRequest.Selection selection;
    private final Actor actor;

    BulkWalk(ConflictSearch search, BulkRequest.Selection selection, Actor actor) {
        this.search = search;
        this.selection = selection;
        this.actor = actor;
    }

    int count() {
        return switch (selection) {
            case BulkRequest.Selection.Matching(var conditions) ->
                    search.count(ConflictStatus.OPEN, conditions, actor, MOST_COUNTED);
            case BulkRequest.Selection.These(var ids) -> ids.size();
        };
    }

    /// @param each one page of ids at a time
    void walk(Consumer<List<ConflictId>> each) {
        switch (selection) {
            case BulkRequest.Selection.Matching(var conditions) -> walkPages(conditions, each);
            case BulkRequest.Selection.These(var ids) -> {
                var sorted = new ArrayList<>(ids);
                // an id of version 7 reads as its time does
                sorted.sort(java.util.Comparator.comparing(ConflictId::toString));
                each.accept(sorted);
            }
        }
    }

    private void walkPages(List<Condition> conditions, Consumer<List<ConflictId>> each) {
        var query =
                ConflictQuery.of(ConflictStatus.OPEN, PAGE)
                        .where(conditions)
                        .ordered(ConflictOrder.OLDEST);
        Optional<ConflictCursor> after;
        do {
            var page = search.page(query, actor);
            each.accept(page.items().stream().map(Conflict::id).toList());
            after = page.next();
            query = query.startingAfter(after);
        } while (after.isPresent());
    }
}
