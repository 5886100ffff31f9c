package io.mergedesk.ui.records;

import io.mergedesk.common.ConflictId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Says above a form which edits of its record wait for a decision, and leads there.
final class WaitingEdits {

    private static final int NAMED = 3;

    private final Viewer viewer;
    private final EntityType type;
    private final Editing editing;
    private final Notices notices;
    private final ShownValues values;
    private final Consumer<ConflictId> decide;

    WaitingEdits(
            Viewer viewer,
            EntityType type,
            Editing editing,
            Notices notices,
            ShownValues values,
            Consumer<ConflictId> decide) {
        this.viewer = viewer;
        this.type = type;
        this.editing = editing;
        this.notices = notices;
        this.values = values;
        this.decide = decide;
    }

    /// As it is now; nothing where nothing waits.
    void tell() {
        var waiting =
                editing.entity()
                        .flatMap(entity ->
                                viewer.stillHere()
                                        .map(actor ->
                                                viewer.services()
                                                        .conflicts()
                                                        .openOf(entity.id(), actor)))
                        .orElse(List.of());
        if (waiting.isEmpty()) {
            notices.clear(Notices.Sort.WAITING);
            return;
        }
        var sentence = sentence(waiting);
        if (!notices.tells(Notices.Sort.WAITING, sentence)) {
            var first = waiting.getFirst();
            notices.tell(
                    Notices.Sort.WAITING,
                    Optional.of(viewer.services().names().of(first.edit().by())),
                    sentence,
                    notices.action("Decide", () -> decide.accept(first.id())));
        }
    }

    /// "An edit of Phone by you, 14:05, waits for a decision."
    private String sentence(List<Conflict> waiting) {
        if (waiting.size() == 1) {
            return "An edit of " + edit(waiting.getFirst()) + ", waits for a decision.";
        }
        return waiting.size()
                + " edits wait for a decision: "
                + String.join("; ", waiting.stream().limit(NAMED).map(this::edit).toList())
                + (waiting.size() > NAMED ? "; and " + (waiting.size() - NAMED) + " more." : ".");
    }

    private String edit(Conflict conflict) {
        var edit = conflict.edit();
        var by = edit.by().equals(viewer.id()) ? "you" : viewer.services().names().of(edit.by());
        return NewsWords.labels(type, conflict.contested())
                + " by "
                + by
                + ", "
                + values.time(edit.at());
    }
}
