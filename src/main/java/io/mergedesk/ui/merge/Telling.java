package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Span;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.FieldEditors;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.StatusBadge;
import org.jspecify.annotations.Nullable;

/// Everything that tells one reader about one conflict.
record Telling(
        ConflictNow now,
        Viewer viewer,
        Sides sides,
        MergeWords words,
        ClockWords clocks,
        ShownValues values,
        FieldEditors editors) {

    static Telling of(ConflictNow now, Viewer viewer, Titles titles) {
        var values = new ShownValues(viewer, titles);
        var sides = new Sides(now, viewer.id(), viewer.services().names()::of);
        return new Telling(
                now,
                viewer,
                sides,
                new MergeWords(now.type(), now.merge(), sides, values::of),
                new ClockWords(sides, values::time),
                values,
                new FieldEditors(viewer, titles));
    }

    EntityType type() {
        return now.type();
    }

    String title() {
        return type().titleOf(now.current());
    }

    /// What one side made of a field, beside what it was.
    Span marked(FieldName field, @Nullable FieldValue value, boolean sentences) {
        var base = now.merge().of(field).base();
        var marks = marks(field, base, value, sentences);
        words.delta(field, value)
                .ifPresent(delta -> marks.add(new StatusBadge(delta, StatusBadge.Kind.PLAIN)));
        return marks;
    }

    private Span marks(
            FieldName field,
            @Nullable FieldValue base,
            @Nullable FieldValue value,
            boolean sentences) {
        var before = values.of(base);
        var after = values.of(value);
        if (sentences) {
            return words.isText(field)
                    ? WordMarks.sentences(before, after)
                    : WordMarks.plain(after);
        }
        if (base instanceof FieldValue.Choices(var was)
                && value instanceof FieldValue.Choices(var is)) {
            return WordMarks.ofSets(was, is);
        }
        return words.isText(field) ? WordMarks.between(before, after) : WordMarks.plain(after);
    }

    /// Of a column or a card: "Was", "Sven Supervisor, v13, 14:02", "You, waiting, 14:05".
    String heading(Party party, Question question) {
        if (party == Party.MINE) {
            var edit = now.conflict().edit();
            return sides.author()
                    + ", "
                    + (now.conflict().isOpen() ? "not saved, " : "")
                    + values.time(edit.at())
                    + ClockWords.by(edit.origin());
        }
        var written = sides.theirs(question);
        return sides.name(written.by())
                + ", "
                + written.revision()
                + ", "
                + values.time(written.at())
                + ClockWords.by(written.origin());
    }

    String wasHeading() {
        return now.base().revision().equals(Revision.NONE)
                ? "Was not there"
                : "Was " + now.base().revision() + ", " + values.time(now.base().updatedAt());
    }
}
