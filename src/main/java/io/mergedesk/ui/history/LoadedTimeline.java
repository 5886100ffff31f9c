package io.mergedesk.ui.history;

import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.sync.EditStatus;
import io.mergedesk.sync.EditStatuses;
import io.mergedesk.sync.EditSync;
import io.mergedesk.ui.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The timeline of one record or of one of its fields, read piece by piece backwards, and forwards
/// when something has happened.
final class LoadedTimeline extends Div {

    private static final int PIECE = 50;

    private final transient Subject subject;
    private final transient EditStatuses edits;
    private final transient Teller teller;
    private final transient Consumer<Revision> open;
    private Timeline<Change> timeline;
    private final transient Map<Revision, EditSync> synced = new HashMap<>();
    private transient Optional<FieldName> field = Optional.empty();
    private transient Revision newest = Revision.NONE;
    private transient Optional<Revision> further = Optional.empty();

    LoadedTimeline(Subject subject, EditStatuses edits, Teller teller, Consumer<Revision> open) {
        this.subject = subject;
        this.edits = edits;
        this.teller = teller;
        this.open = open;
        timeline = newTimeline();
    }

    /// Begins anew with the newest changes, of one field where one is given.
    void restart(Optional<FieldName> wanted) {
        field = wanted;
        timeline = newTimeline();
        synced.clear();
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
        askAgain(changes);
        for (var change : changes) {
            newest = change.revision();
            if (Subject.touches(change, field)) {
                timeline.addNewer(change);
            }
        }
        timeline.retell();
        return !changes.isEmpty();
    }

    /// How an edit fared at the targets that are told of it; empty where none is.
    Optional<EditSync> synced(Revision revision) {
        return Optional.ofNullable(synced.get(revision));
    }

    /// Of what is new, and of what was not yet well.
    private void askAgain(List<Change> changes) {
        var asked = new HashSet<Revision>();
        changes.forEach(change -> asked.add(change.revision()));
        synced.forEach((revision, its) -> {
            if (its.status() != EditStatus.ACCEPTED) {
                asked.add(revision);
            }
        });
        synced.keySet().removeAll(asked);
        synced.putAll(edits.of(subject.id(), asked));
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
                new RevisionWords(teller, this::synced),
                change -> open.accept(change.revision()),
                this::loadOlder,
                "Nothing here yet: no change touched this field.");
    }

    private void loadOlder() {
        further.ifPresent(before -> {
            var piece = subject.before(before, PIECE, field);
            further = piece.next();
            synced.putAll(
                    edits.of(
                            subject.id(), piece.changes().stream().map(Change::revision).toList()));
            timeline.addOlder(piece.changes(), further.isPresent());
        });
    }
}
