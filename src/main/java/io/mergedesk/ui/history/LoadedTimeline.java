package io.mergedesk.ui.history;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.timeline.Timeline;
import java.util.Optional;
import java.util.function.Consumer;

/// The timeline of one record or of one of its fields, read piece by piece backwards, and forwards
/// when something has happened.
final class LoadedTimeline extends Div {

    private static final int PIECE = 50;

    private final transient Subject subject;
    private final transient Teller teller;
    private final transient Consumer<Revision> open;
    private Timeline<Change> timeline;
    private transient Optional<FieldName> field = Optional.empty();
    private transient Revision newest = Revision.NONE;
    private transient Optional<Revision> further = Optional.empty();

    LoadedTimeline(Subject subject, Teller teller, Consumer<Revision> open) {
        this.subject = subject;
        this.teller = teller;
        this.open = open;
        timeline = newTimeline();
    }

    /// Begins anew with the newest changes, of one field where one is given.
    void restart(Optional<FieldName> wanted) {
        field = wanted;
        timeline = newTimeline();
        removeAll();
        add(timeline);
        newest = subject.current().map(Entity::revision).orElse(Revision.NONE);
        further = Optional.of(newest.next());
        loadOlder();
    }

    /// Adds what has happened since, and leaves what is there: nobody loses the line they read or
    /// the button they are on.
    ///
    /// @return whether there was anything
    boolean refresh() {
        var changes = subject.since(newest);
        for (var change : changes) {
            newest = change.revision();
            if (Subject.touches(change, field)) {
                timeline.addNewer(change);
            }
        }
        return !changes.isEmpty();
    }

    void select(Optional<Revision> shown) {
        timeline.select(change -> shown.filter(change.revision()::equals).isPresent());
    }

    /// The newest that is shown.
    Optional<Revision> first() {
        return timeline.first().map(Change::revision);
    }

    private Timeline<Change> newTimeline() {
        return new Timeline<>(
                new RevisionWords(teller),
                change -> open.accept(change.revision()),
                this::loadOlder,
                "Nothing here yet: no change touched this field.");
    }

    private void loadOlder() {
        further.ifPresent(before -> {
            var piece = subject.before(before, PIECE, field);
            further = piece.next();
            timeline.addOlder(piece.changes(), further.isPresent());
        });
    }
}
