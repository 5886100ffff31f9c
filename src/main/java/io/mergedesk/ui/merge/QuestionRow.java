package io.mergedesk.ui.merge;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.FieldOutcome;
import io.mergedesk.conflicts.Hunk;
import io.mergedesk.conflicts.Party;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One question with both sides, the ways to answer it, and what comes of it. Drawn anew only where
/// something about it is another thing than before, so that the focus stays where it is.
final class QuestionRow extends Div {

    private final transient Question question;
    private final transient RowListener listener;
    private final Div content = new Div();
    private transient @Nullable Drawn drawn;

    /// All that a row is drawn from.
    private record Drawn(
            List<FieldOutcome> outcomes,
            List<Optional<Choice>> choices,
            boolean open,
            boolean again,
            boolean sentences,
            boolean fixed,
            String problem,
            String others) {}

    QuestionRow(Question question, RowListener listener) {
        this.question = question;
        this.listener = listener;
        addClassName("merge-row");
        content.addClassName("row-content");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("tabindex", "0")
                .setAttribute("data-row", question.first().value());
        add(content);
    }

    Question question() {
        return question;
    }

    /// Opens a place to type in below the row, or closes it again.
    void showEditor(Optional<RowEditor> editor) {
        getChildren().filter(RowEditor.class::isInstance).toList().forEach(this::remove);
        editor.ifPresent(this::add);
        setClassName("editing", editor.isPresent());
    }

    /// @param problem what is wrong with what is decided; empty for nothing
    /// @param fixed whether the reader may not decide
    void show(
            Telling telling, Deciding deciding, boolean sentences, String problem, boolean fixed) {
        boolean open = deciding.isOpen(question);
        var wanted =
                new Drawn(
                        question.fields().stream().map(deciding.merge()::of).toList(),
                        question.fields().stream()
                                .map(field -> deciding.decisions().fields().get(field))
                                .map(Optional::ofNullable)
                                .toList(),
                        open,
                        question.fields().stream()
                                .anyMatch(field -> deciding.again().containsKey(field)),
                        sentences,
                        fixed || deciding.isDeleting(),
                        problem,
                        telling.heading(Party.THEIRS, question));
        if (wanted.equals(drawn)) {
            return;
        }
        drawn = wanted;
        getElement().setAttribute("aria-label", telling.words().spoken(question, deciding));
        if (open) {
            getElement().setAttribute("data-open", "");
        } else {
            getElement().removeAttribute("data-open");
        }
        content.removeAll();
        draw(telling, deciding, wanted);
    }

    private void draw(Telling telling, Deciding deciding, Drawn wanted) {
        content.add(label(telling), part("row-sentence", telling.words().sentence(question)));
        var why = telling.words().why(question);
        if (!why.isEmpty()) {
            content.add(part("row-why", why));
        }
        content.add(
                cell(
                        telling.wasHeading(),
                        "was",
                        telling,
                        field ->
                                WordMarks.plain(
                                        telling.values().of(deciding.merge().of(field).base()))),
                side(telling, deciding, Party.THEIRS, wanted.sentences()),
                side(telling, deciding, Party.MINE, wanted.sentences()));
        var hunks = hunks(deciding);
        if (!hunks.isEmpty()) {
            content.add(new HunkPanel(telling, deciding, question, listener, wanted.fixed()));
        }
        if (!wanted.fixed()) {
            content.add(new RowChoices(telling, deciding, question, listener));
        }
        content.add(new RowResult(telling, deciding, question, listener, wanted.fixed()));
        if (wanted.again()) {
            content.add(part("row-again", again(telling, deciding)));
        }
        if (!wanted.problem().isEmpty()) {
            content.add(part("row-problem", wanted.problem()));
        }
    }

    private String again(Telling telling, Deciding deciding) {
        var before = deciding.again().get(question.first());
        return "Asked again: "
                + telling.sides().who(Party.THEIRS, question)
                + " has changed it since."
                + (before == null
                        ? ""
                        : " You had chosen: " + telling.words().chosen(question, before) + ".");
    }

    private List<Hunk> hunks(Deciding deciding) {
        return question.group().isEmpty()
                        && deciding.merge().policy().of(question.first()).kind()
                                == FieldKind.LONG_TEXT
                        && deciding.merge().of(question.first()) instanceof Contest contest
                ? contest.hunks().stream().filter(Hunk.Differ.class::isInstance).toList()
                : List.of();
    }

    private Div label(Telling telling) {
        var name = new Span(question.label(telling.type()));
        name.addClassName("row-name");
        var label = new Div(name);
        label.addClassName("row-label");
        if (question.group().isPresent()) {
            var note = new Span("one group");
            note.addClassNames("soft", "row-group");
            label.add(note);
        }
        return label;
    }

    private static Div part(String className, String words) {
        var part = new Div(words);
        part.addClassName(className);
        return part;
    }

    private Div side(Telling telling, Deciding deciding, Party party, boolean sentences) {
        return cell(
                telling.heading(party, question),
                party == Party.MINE ? "mine" : "theirs",
                telling,
                field -> telling.marked(field, value(deciding, field, party), sentences));
    }

    private static @Nullable FieldValue value(Deciding deciding, FieldName field, Party party) {
        return deciding.merge().of(field).of(party);
    }

    private Div cell(
            String heading,
            String className,
            Telling telling,
            Function<FieldName, ? extends Component> shown) {
        var head = new Span(heading);
        head.addClassName("cell-head");
        var cell = new Div(head);
        cell.addClassNames("cell", className);
        for (var field : question.fields()) {
            var line = new Div();
            if (question.fields().size() > 1) {
                var name = new Span(telling.type().labelOf(field) + " ");
                name.addClassNames("soft", "line-name");
                line.add(name);
            }
            line.add(shown.apply(field));
            cell.add(line);
        }
        return cell;
    }
}
