package io.mergedesk.ui.audit;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditPage;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.ChainName;
import io.mergedesk.common.Sequence;
import io.mergedesk.ui.timeline.Timeline;
import io.mergedesk.ui.timeline.TimelineWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What a query finds, read piece by piece backwards, and forwards when the reader wants.
final class LoadedTrail extends Div {

    /// Most new items that are put on top of what is there; of more, the list begins anew.
    static final int MOST_NEW = 100;

    private static final int PIECE = 50;
    private static final int PAGES = 10;

    /// Reads a page of the trail.
    @FunctionalInterface
    interface Pages {
        AuditPage before(AuditQuery query, AuditCursor place, int limit);
    }

    private final transient Pages pages;
    private final transient TimelineWords<AuditItem> words;
    private final transient Consumer<AuditItem> open;
    private final Map<ChainName, Sequence> newest = new EnumMap<>(ChainName.class);
    private Timeline<AuditItem> timeline;
    private transient AuditQuery query = AuditQuery.ALL;
    private transient Optional<AuditCursor> further = Optional.empty();

    LoadedTrail(Pages pages, TimelineWords<AuditItem> words, Consumer<AuditItem> open) {
        this.pages = pages;
        this.words = words;
        this.open = open;
        timeline = newTimeline();
    }

    /// Begins anew with the newest that the query finds.
    void restart(AuditQuery wanted) {
        query = wanted;
        timeline = newTimeline();
        removeAll();
        add(timeline);
        newest.clear();
        further = Optional.of(AuditCursor.NEWEST);
        loadOlder();
    }

    /// What has happened since, newest first; at most [#MOST_NEW].
    List<AuditItem> waiting() {
        return pages.before(query, AuditCursor.NEWEST, MOST_NEW).items().stream()
                .filter(this::isNew)
                .toList();
    }

    /// Puts what has happened since on top.
    void showWaiting() {
        var items = waiting();
        if (items.size() == MOST_NEW) {
            restart(query);
            return;
        }
        for (var item : items.reversed()) {
            timeline.addNewer(item);
            know(item);
        }
    }

    void select(Optional<AuditPlace> shown) {
        timeline.select(item -> shown.filter(AuditPlace.of(item)::equals).isPresent());
    }

    Optional<AuditItem> first() {
        return timeline.first();
    }

    private void loadOlder() {
        var found = new ArrayList<AuditItem>();
        for (int read = 0; read < PAGES && found.size() < PIECE && further.isPresent(); read++) {
            var page = pages.before(query, further.get(), PIECE - found.size());
            found.addAll(page.items());
            page.items().forEach(this::know);
            newest.putIfAbsent(ChainName.CHANGES, page.changes().head());
            newest.putIfAbsent(ChainName.TRAIL, page.entries().head());
            further = page.next();
        }
        timeline.addOlder(found, further.isPresent());
    }

    private void know(AuditItem item) {
        var place = AuditPlace.of(item);
        newest.merge(
                place.log(), place.sequence(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean isNew(AuditItem item) {
        var place = AuditPlace.of(item);
        return place.sequence().isAfter(newest.getOrDefault(place.log(), Sequence.START));
    }

    private Timeline<AuditItem> newTimeline() {
        return new Timeline<>(
                words,
                open,
                this::loadOlder,
                "Nothing that happened is like this. Take a filter away.");
    }
}
