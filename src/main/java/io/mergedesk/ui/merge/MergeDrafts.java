package io.mergedesk.ui.merge;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.entities.Draft;
import io.mergedesk.ui.fields.Viewer;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Half-made decisions, kept for each person until they are saved: they survive leaving, refresh,
/// an ended session and a restart.
final class MergeDrafts {

    private static final FieldName ENTITY = new FieldName("entity");
    private static final FieldName REASON = new FieldName("reason");

    private final Viewer viewer;
    private final String fields;
    private final String rest;

    MergeDrafts(Viewer viewer, ConflictId conflict) {
        this.viewer = viewer;
        fields = "conflict:" + conflict;
        rest = "conflict-rest:" + conflict;
    }

    /// What was decided on an earlier visit, and on which revision.
    record Begun(Decisions decisions, String reason, Revision seen) {

        boolean isNothing() {
            return decisions.equals(Decisions.NONE) && reason.isEmpty();
        }
    }

    Begun begun(Merge merge) {
        var typed = viewer.services().drafts().find(fields, viewer.actor());
        var others =
                viewer.services()
                        .drafts()
                        .find(rest, viewer.actor())
                        .map(Draft::typed)
                        .orElseGet(TreeMap::new);
        var decisions = Decisions.NONE;
        for (var one : typed.map(Draft::typed).orElseGet(TreeMap::new).entrySet()) {
            var choice = ChoiceText.read(merge.policy().of(one.getKey()).kind(), one.getValue());
            if (choice.isPresent()) {
                decisions = decisions.with(one.getKey(), choice.get());
            }
        }
        var entity = entity(others.getOrDefault(ENTITY, ""));
        if (entity.isPresent()) {
            decisions = decisions.with(entity.get());
        }
        return new Begun(
                decisions,
                others.getOrDefault(REASON, ""),
                typed.map(Draft::base).orElse(Revision.NONE));
    }

    private static Optional<EntityChoice> entity(String text) {
        return switch (text) {
            case "keep" -> Optional.of(EntityChoice.KEEP);
            case "delete" -> Optional.of(EntityChoice.DELETE);
            default -> Optional.empty();
        };
    }

    void keep(Decisions decisions, String reason, Revision seen) {
        SortedMap<FieldName, String> choices = new TreeMap<>();
        decisions.fields().forEach((field, choice) -> choices.put(field, ChoiceText.write(choice)));
        SortedMap<FieldName, String> others = new TreeMap<>();
        decisions
                .entity()
                .ifPresent(choice -> others.put(ENTITY, choice.name().toLowerCase(Locale.ROOT)));
        if (!reason.isBlank()) {
            others.put(REASON, reason);
        }
        viewer.services().drafts().keep(fields, seen, choices, viewer.actor());
        viewer.services().drafts().keep(rest, seen, others, viewer.actor());
    }

    void discard() {
        viewer.services().drafts().discard(fields, viewer.actor());
        viewer.services().drafts().discard(rest, viewer.actor());
    }
}
