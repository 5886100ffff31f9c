package io.mergedesk.ui.history;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.mergedesk.changes.Diff;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.timeline.DiffTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// Any two revisions side by side.
final class Comparison extends Div {

    private final Teller teller;
    private final Subject subject;
    private final Restoring restoring;
    private final ComboBox<Revision> from;
    private final ComboBox<Revision> to;
    private final Checkbox same = new Checkbox("Also show what is the same");
    private final Div result = new Div();
    private final Div actions = new Div();
    private Runnable redraw = () -> {};

    Comparison(
            Teller teller,
            Subject subject,
            Restoring restoring,
            BiConsumer<Revision, Revision> chosen) {
        this.teller = teller;
        this.subject = subject;
        this.restoring = restoring;
        addClassName("detail");
        var choices = new RevisionChoices(subject, teller);
        from = choices.box("This revision");
        to = choices.box("With this one");
        for (var box : List.of(from, to)) {
            box.addValueChangeListener(event -> {
                if (event.isFromClient() && from.getValue() != null && to.getValue() != null) {
                    chosen.accept(from.getValue(), to.getValue());
                }
            });
        }
        same.addValueChangeListener(_ -> redraw.run());
        var controls = new Div(from, to, same);
        controls.addClassName("compare-controls");
        actions.addClassName("detail-head");
        add(new H2("Compare two revisions"), controls, actions, result);
    }

    void show(
            HistoryAddress.Span span,
            Entity current,
            Optional<FieldName> field,
            boolean sentences) {
        from.setValue(span.from());
        to.setValue(span.to());
        redraw = () -> draw(span, current, field, sentences);
        redraw.run();
    }

    private void draw(
            HistoryAddress.Span span,
            Entity current,
            Optional<FieldName> field,
            boolean sentences) {
        result.removeAll();
        actions.removeAll();
        var left = subject.at(span.from());
        var right = subject.at(span.to());
        if (left.isEmpty() || right.isEmpty()) {
            result.add(
                    new Paragraph(
                            "There is no such revision: this record has v1 to "
                                    + current.revision()
                                    + "."));
            return;
        }
        offer(span.from(), current);
        if (!span.to().equals(span.from())) {
            offer(span.to(), current);
        }
        if (sentences) {
            sentences(left.get(), right.get(), field);
        } else {
            table(left.get(), right.get(), current, field);
        }
    }

    private void offer(Revision revision, Entity current) {
        if (!current.deleted() && revision.isBefore(current.revision())) {
            var button = new Button("Restore " + revision, _ -> restoring.record(revision));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            actions.add(button);
        }
    }

    private void sentences(Entity left, Entity right, Optional<FieldName> field) {
        var list = new UnorderedList();
        list.addClassName("sentences");
        teller.inOrder(Diff.between(left.values(), right.values())).stream()
                .filter(change -> field.isEmpty() || change.field().equals(field.get()))
                .forEach(change -> list.add(new ListItem(teller.sentence(change))));
        result.add(list.getChildren().findAny().isPresent() ? list : alike(left, right));
    }

    private void table(Entity left, Entity right, Entity current, Optional<FieldName> field) {
        var table =
                new DiffTable(
                        teller.values(),
                        teller.type()::labelOf,
                        left.revision().toString(),
                        right.revision().toString(),
                        (name, value) -> Restorable.in(teller.type(), current, name, value),
                        restoring::field);
        int rows = 0;
        for (var name : names(left, right)) {
            var old = left.values().get(name);
            var now = right.values().get(name);
            boolean wanted = field.isEmpty() || field.get().equals(name);
            if (wanted && (same.getValue() || !Objects.equals(old, now))) {
                table.addRow(name, old, now);
                rows++;
            }
        }
        result.add(rows > 0 ? table : alike(left, right));
    }

    private List<FieldName> names(Entity left, Entity right) {
        var held = new TreeSet<>(left.values().byName().keySet());
        held.addAll(right.values().byName().keySet());
        var ordered = new ArrayList<FieldName>();
        teller.type()
                .definition()
                .fields()
                .forEach(field -> {
                    if (held.remove(field.name())) {
                        ordered.add(field.name());
                    }
                });
        ordered.addAll(held);
        return ordered;
    }

    private static Paragraph alike(Entity left, Entity right) {
        return new Paragraph(
                left.revision() + " and " + right.revision() + " hold the same values here.");
    }
}
