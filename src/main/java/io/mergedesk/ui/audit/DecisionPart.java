package io.mergedesk.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Resolution.Decided;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.ui.timeline.Marks;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was decided in a conflict, by whom and why; the values that lost too. Of an open one, the
/// values that wait.
final class DecisionPart extends Section {

    private final transient ItemWords words;
    private final transient ValueWords values;
    private final transient Function<FieldName, String> labels;
    private final String author;

    DecisionPart(
            Conflict conflict,
            ItemWords words,
            ValueWords values,
            Function<FieldName, String> labels) {
        this.words = words;
        this.values = values;
        this.labels = labels;
        author = words.names().apply(conflict.edit().by());
        addClassName("decision");
        var link = new Anchor("conflicts/" + conflict.id(), "Open the conflict");
        var head = new Div(new H3(conflict.isOpen() ? "Waits for a decision" : "Decision"), link);
        head.addClassName("decision-head");
        add(head);
        conflict.settlement().ifPresentOrElse(this::addSettled, () -> addWaiting(conflict));
    }

    private void addSettled(Settlement settlement) {
        var told = new Paragraph();
        told.addClassNames("soft", "small");
        told.add(DecisionWords.settled(settlement, words.who(settlement.by())) + ", ");
        told.add(words.time().moment(settlement.at(), words.time().within(settlement.at())));
        told.add(" · the edit of " + author + " met " + settlement.seen());
        add(told);
        if (!settlement.reason().isBlank()) {
            var reason = new Paragraph("Reason: “" + settlement.reason() + "”");
            reason.addClassName("decision-reason");
            add(reason);
        }
        var theirs = "Was there, " + settlement.seen();
        var mine = "Edit of " + author;
        var table = table("Field", theirs, mine, "Became");
        settlement
                .resolution()
                .fields()
                .forEach(
                        (field, decided) -> table.getBody().add(row(field, decided, theirs, mine)));
        if (settlement.resolution().deleted()) {
            add(new Paragraph("The record was deleted."));
        }
        if (!settlement.resolution().fields().isEmpty()) {
            add(table);
        }
    }

    private NativeTableRow row(FieldName field, Decided decided, String theirs, String mine) {
        var why = new Span(DecisionWords.why(decided, author));
        why.addClassNames("soft", "small");
        return new NativeTableRow(
                label(field),
                cell(theirs, side(decided.theirs(), decided)),
                cell(mine, side(decided.mine(), decided)),
                cell("Became", new Div(Marks.plain(values.of(decided.chosen())), why)));
    }

    /// A value of one side; one that was wanted and lost says so.
    private Component side(@Nullable FieldValue value, Decided decided) {
        var side = new Div(Marks.plain(values.of(value)));
        if (!Objects.equals(value, decided.chosen()) && !Objects.equals(value, decided.base())) {
            side.addClassName("lost");
            var lost = new Span("not taken");
            lost.addClassNames("soft", "small");
            side.add(lost);
        }
        return side;
    }

    private void addWaiting(Conflict conflict) {
        if (conflict.edit().deletes()) {
            add(new Paragraph(author + " wanted to delete the record."));
            return;
        }
        var wanted = author + " wanted";
        var table = table("Field", wanted);
        conflict.edit()
                .patch()
                .byName()
                .forEach((field, value) ->
                        table.getBody()
                                .add(new NativeTableRow(label(field), cell(wanted, plain(value)))));
        add(table);
    }

    private Component plain(Optional<FieldValue> value) {
        return Marks.plain(values.of(value.orElse(null)));
    }

    private static NativeTable table(String... headings) {
        var table = new NativeTable();
        table.addClassName("diff");
        var head = new NativeTableRow();
        for (var heading : headings) {
            head.add(new NativeTableHeaderCell(heading));
        }
        table.getHead().add(head);
        return table;
    }

    private NativeTableHeaderCell label(FieldName field) {
        var label = new NativeTableHeaderCell(labels.apply(field));
        label.getElement().setAttribute("scope", "row");
        return label;
    }

    private static NativeTableCell cell(String column, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-column", column);
        return cell;
    }
}
