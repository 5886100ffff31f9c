package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Resolution;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.ReopenOutcome;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A conflict that is decided: what became of each field, by whom or by which rule, and why. What
/// lost is one click away.
final class SettledPage extends Div {

    /// @param reopen empty where the reader may not
    SettledPage(
            Telling telling, Settlement settlement, Optional<Runnable> reopen, Runnable override) {
        addClassName("settled");
        var note =
                new Div(
                        new Span(
                                telling.clocks().settled(settlement)
                                        + " "
                                        + telling.clocks().sentence()));
        note.addClassName("note");
        add(note);
        if (!settlement.reason().isBlank()) {
            var reason = new Div(new Span("Reason: " + settlement.reason()));
            reason.addClassName("settled-reason");
            add(reason);
        }
        var fields = new Div();
        fields.addClassNames("card", "settled-fields");
        if (settlement.resolution().deleted()) {
            fields.add(new Div(new StatusBadge("the record was deleted", StatusBadge.Kind.BAD)));
        }
        for (var field : inOrder(telling, settlement)) {
            fields.add(row(telling, settlement.resolution(), field));
        }
        add(fields);
        reopen.ifPresent(work -> add(actions(settlement, work, override)));
    }

    private static List<FieldName> inOrder(Telling telling, Settlement settlement) {
        var fields = new ArrayList<FieldName>();
        telling.type().fields().forEach(field -> fields.add(field.name()));
        fields.retainAll(settlement.resolution().fields().keySet());
        settlement.resolution().fields().keySet().stream()
                .filter(field -> !fields.contains(field))
                .forEach(fields::add);
        return fields;
    }

    private static Div row(Telling telling, Resolution resolution, FieldName field) {
        var decided = java.util.Objects.requireNonNull(resolution.fields().get(field));
        var question = new Question(Optional.empty(), List.of(field));
        var label = new Span(telling.type().labelOf(field));
        label.addClassName("row-name");
        var value = WordMarks.plain(telling.values().of(decided.chosen()));
        var how =
                decided.choice()
                        .map(choice -> telling.words().chosen(question, choice))
                        .orElseGet(() -> telling.words().ruled(question, decided.rule()));
        var badge =
                new StatusBadge(
                        how,
                        decided.choice().isPresent()
                                ? StatusBadge.Kind.ACCENT
                                : StatusBadge.Kind.PLAIN);
        var row = new Div(label, value, badge);
        row.addClassName("settled-row");
        row.getElement().setAttribute("data-row", field.value());
        row.getElement().appendChild(rest(telling, decided, question));
        return row;
    }

    private static Element rest(Telling telling, Resolution.Decided decided, Question question) {
        var fold = new Element("details").setAttribute("class", "settled-rest");
        fold.appendChild(new Element("summary").setText("All three values"));
        line(fold, telling.wasHeading(), telling.values().orEmpty(decided.base()));
        line(
                fold,
                telling.heading(Party.THEIRS, question),
                telling.values().orEmpty(decided.theirs()));
        line(fold, telling.heading(Party.MINE, question), telling.values().orEmpty(decided.mine()));
        return fold;
    }

    private static void line(Element fold, String heading, String value) {
        var line = new Element("div");
        line.appendChild(
                new Element("span").setAttribute("class", "soft").setText(heading + ": "),
                new Element("span").setAttribute("class", "value").setText(value));
        fold.appendChild(line);
    }

    private static Div actions(Settlement settlement, Runnable reopen, Runnable override) {
        var again =
                new Button(
                        settlement.how() == Settlement.How.AUTOMATIC
                                ? "Review and change"
                                : "Decide differently",
                        _ -> override.run());
        again.addClassName("override");
        var actions = new Div(again);
        if (settlement.how() != Settlement.How.AUTOMATIC) {
            var back = new Button("Reopen", _ -> reopen.run());
            back.setTooltipText("Takes the decision back; the conflict waits again.");
            back.addClassName("reopen");
            actions.add(back);
        }
        actions.addClassName("settled-actions");
        return actions;
    }

    /// What came of taking a decision back.
    static String reopened(ReopenOutcome.Reopened reopened, EntityType type) {
        var kept = reopened.kept().stream().map(type::labelOf).toList();
        return "The decision is taken back, the edit waits again."
                + (kept.isEmpty()
                        ? ""
                        : " Left as it is, since it was changed meanwhile: "
                                + MergeWords.joined(kept)
                                + ".");
    }
}
