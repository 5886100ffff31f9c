package io.mergedesk.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.Entity;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.EditSync;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.DiffTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one change did, field by field.
final class RevisionDetail extends Div {

    private final Teller teller;
    private final Restoring restoring;
    private final Paragraph synced = new Paragraph();

    RevisionDetail(Teller teller, Restoring restoring) {
        this.teller = teller;
        this.restoring = restoring;
        addClassName("detail");
        synced.addClassNames("soft", "small", "edit-sync");
        synced.getElement().setAttribute("role", "status");
    }

    /// How the change that is shown fared in other systems; empty where none is told.
    void tell(Optional<EditSync> sync) {
        synced.setText(sync.map(SyncWords::line).orElse(""));
        synced.setVisible(sync.isPresent());
    }

    /// @param field only this one, where one is filtered for
    void show(
            Change change,
            Entity current,
            Optional<FieldName> field,
            boolean sentences,
            Runnable compare) {
        removeAll();
        add(head(change, current, compare), byline(change), synced);
        var fields =
                teller.inOrder(change.fields()).stream()
                        .filter(one -> field.isEmpty() || one.field().equals(field.get()))
                        .toList();
        if (fields.isEmpty()) {
            add(new Paragraph(nothing(change)));
        } else if (sentences) {
            var list = new UnorderedList();
            list.addClassName("sentences");
            fields.forEach(one -> list.add(new ListItem(teller.sentence(one))));
            add(list);
        } else {
            add(table(change, current, fields));
        }
        int hidden = change.fields().size() - fields.size();
        if (hidden > 0) {
            var more = new Paragraph(ChangeWords.count(hidden, "other field") + " changed too.");
            more.addClassNames("soft", "small");
            add(more);
        }
    }

    private Component head(Change change, Entity current, Runnable compare) {
        var revision = change.revision();
        boolean first = change.event() == EventName.ENTITY_CREATED;
        var heading =
                new H2(first ? revision + ", the first" : previous(revision) + " → " + revision);
        var head = new Div(heading);
        head.addClassName("detail-head");
        if (!first || current.revision().number() > 1) {
            head.add(small(new Button("Compare with …", _ -> compare.run())));
        }
        if (!current.deleted() && revision.isBefore(current.revision())) {
            head.add(small(new Button("Restore " + revision, _ -> restoring.record(revision))));
        }
        return head;
    }

    private static Revision previous(Revision revision) {
        return new Revision(revision.number() - 1);
    }

    private Component byline(Change change) {
        var line = new Div();
        line.addClassNames("soft", "small");
        line.add(teller.who(change.by()) + ", ");
        line.add(teller.time().moment(change.at(), teller.time().within(change.at())));
        line.add(" · " + ChangeWords.story(change));
        return line;
    }

    private Component table(Change change, Entity current, Iterable<FieldChange> fields) {
        boolean first = change.event() == EventName.ENTITY_CREATED;
        var table =
                new DiffTable(
                        teller.values(),
                        teller.type()::labelOf,
                        first ? "Before" : "From",
                        first ? "First value" : "To",
                        (field, value) -> mayRestore(current, field, value),
                        restoring::field);
        table.setClassName("diff-first", first);
        fields.forEach(one -> table.addRow(one.field(), one.from(), one.to()));
        return table;
    }

    private boolean mayRestore(Entity current, FieldName field, @Nullable FieldValue value) {
        return Restorable.in(teller.type(), current, field, value);
    }

    private static String nothing(Change change) {
        return change.event() == EventName.ENTITY_DELETED
                ? "The record was deleted with everything it held. Nothing of it is lost."
                : "No field changed.";
    }

    private static Button small(Button button) {
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }
}
