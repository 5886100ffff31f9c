package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Optional;

/// What comes of a question: the value and whose it is, or that it is still to be chosen and what
/// is likely.
final class RowResult extends Div {

    RowResult(
            Telling telling,
            Deciding deciding,
            Question question,
            RowListener listener,
            boolean fixed) {
        addClassName("row-result");
        var head = new Span("Result");
        head.addClassName("cell-head");
        add(head);
        if (deciding.isDeleting()) {
            add(soft("goes with the record"));
        } else if (deciding.isOpen(question)) {
            open(telling, deciding, question, listener, fixed);
        } else {
            decided(telling, deciding, question, listener, fixed);
        }
    }

    private void open(
            Telling telling,
            Deciding deciding,
            Question question,
            RowListener listener,
            boolean fixed) {
        add(soft(fixed ? "not decided" : "choose"));
        deciding.suggestion(question)
                .filter(_ -> !fixed)
                .ifPresent(suggestion -> {
                    var words = new Span(telling.words().suggested(question, suggestion));
                    words.addClassName("soft");
                    var take =
                            RowButtons.of(
                                    "Take",
                                    "S",
                                    "suggestion for " + question.label(telling.type()),
                                    () -> listener.take(question));
                    take.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                    take.addClassName("take-suggestion");
                    var line = new Div(words, take);
                    line.addClassName("row-suggestion");
                    add(line);
                });
    }

    private void decided(
            Telling telling,
            Deciding deciding,
            Question question,
            RowListener listener,
            boolean fixed) {
        for (var field : question.fields()) {
            deciding.result(field)
                    .ifPresent(result -> {
                        var line = new Div();
                        if (question.fields().size() > 1) {
                            var name = new Span(telling.type().labelOf(field) + " ");
                            name.addClassNames("soft", "line-name");
                            line.add(name);
                        }
                        var value = WordMarks.plain(telling.values().of(result.value()));
                        value.addClassName("result-value");
                        line.add(value);
                        add(line);
                    });
        }
        var choice = Optional.ofNullable(deciding.decisions().fields().get(question.first()));
        add(badge(telling, question, choice));
        if (choice.isPresent() && !fixed) {
            add(takeBack(telling, deciding, question, listener));
        }
    }

    private static StatusBadge badge(Telling telling, Question question, Optional<Choice> choice) {
        var words =
                choice.map(one -> telling.words().chosen(question, one))
                        .orElseGet(() -> telling.words().ruled(question));
        return new StatusBadge(words, kind(choice));
    }

    private static StatusBadge.Kind kind(Optional<Choice> choice) {
        if (choice.equals(Optional.of(Choice.Whole.MINE))) {
            return StatusBadge.Kind.MINE;
        }
        return choice.equals(Optional.of(Choice.Whole.THEIRS))
                ? StatusBadge.Kind.THEIRS
                : choice.isPresent() ? StatusBadge.Kind.ACCENT : StatusBadge.Kind.PLAIN;
    }

    private static Button takeBack(
            Telling telling, Deciding deciding, Question question, RowListener listener) {
        boolean asked = deciding.questions().contains(question);
        var button =
                RowButtons.of(
                        asked ? "Ask again" : "As merged",
                        "",
                        question.label(telling.type()),
                        () -> listener.takeBack(question));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClassName("take-back");
        return button;
    }

    private static Span soft(String words) {
        var soft = new Span(words);
        soft.addClassName("soft");
        return soft;
    }
}
