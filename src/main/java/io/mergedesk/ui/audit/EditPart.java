package io.mergedesk.ui.audit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Change;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.history.PuttingBack;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.DiffTable;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Comparator;
import java.util.Optional;

/// One edit of a record: what became of each field, the way to put it back, and the decision that
/// led to it.
final class EditPart extends Div {

    private final transient Change change;
    private final transient ItemWords words;
    private final transient ValueWords values;
    private final transient Optional<PuttingBack> back;
    private final boolean first;

    /// @param written what to do once something was put back
    EditPart(Change change, Viewer viewer, ItemWords words, ValueWords values, Runnable written) {
        this.change = change;
        this.words = words;
        this.values = values;
        back = PuttingBack.of(change.entity(), viewer, values, words.time(), written);
        first = change.event() == EventName.ENTITY_CREATED;
        addClassName("detail");
        var byline = DetailHead.byline(new AuditItem.Edited(change), words);
        byline.add(" · " + ChangeWords.story(change));
        add(head(), byline);
        if (change.fields().isEmpty()) {
            add(new Paragraph(nothing()));
        } else {
            add(table());
        }
        viewer.services()
                .conflicts()
                .settledBy(change.entity(), change.revision(), viewer.actor())
                .ifPresent(conflict ->
                        add(
                                new DecisionPart(
                                        conflict, words, values, words.labels(conflict.type()))));
    }

    private Div head() {
        var revision = change.revision();
        var before = revision.number() - 1;
        var record = "records/" + change.type() + "/" + change.entity();
        var steps = first ? revision + ", the first" : "v" + before + " → " + revision;
        var head =
                DetailHead.of(
                        words.titles().apply(change.entity()) + ", " + steps,
                        DetailHead.link(record + "/history?rev=" + revision.number(), "History"));
        if (!first) {
            head.add(
                    DetailHead.link(
                            record + "/history?compare=" + before + ".." + revision.number(),
                            "Compare"));
        }
        head.add(DetailHead.link(record, "Open record"));
        back.filter(one -> one.may(revision)).ifPresent(one -> head.add(restore(one, revision)));
        return head;
    }

    private static Button restore(PuttingBack back, Revision revision) {
        var button = new Button("Restore " + revision, _ -> back.record(revision));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private DiffTable table() {
        var table =
                new DiffTable(
                        values,
                        words.labels(change.type()),
                        first ? "Before" : "From",
                        first ? "First value" : "To",
                        (field, value) -> back.filter(one -> one.may(field, value)).isPresent(),
                        (field, value) -> back.ifPresent(one -> one.field(field, value)));
        table.setClassName("diff-first", first);
        change.fields().stream()
                .sorted(Comparator.comparing(FieldChange::field, order(change.type())))
                .forEach(one -> table.addRow(one.field(), one.from(), one.to()));
        return table;
    }

    private Comparator<FieldName> order(TypeName type) {
        return words.types()
                .apply(type)
                .map(ChangeWords::inOrderOf)
                .orElseGet(() -> Comparator.comparing(FieldName::value));
    }

    private String nothing() {
        return change.event() == EventName.ENTITY_DELETED
                ? "The record was deleted with everything it held. Nothing of it is lost."
                : "No field changed.";
    }
}
