package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Party;
import java.util.Optional;

/// The ways to answer one question. None of them is chosen beforehand.
final class RowChoices extends Div {

    private final transient Deciding deciding;
    private final transient Question question;
    private final transient RowListener listener;
    private final String label;

    RowChoices(Telling telling, Deciding deciding, Question question, RowListener listener) {
        this.deciding = deciding;
        this.question = question;
        this.listener = listener;
        label = question.label(telling.type());
        addClassName("row-choices");
        var sides = telling.sides();
        whole(Choice.Whole.MINE, sides.use(Party.MINE, question), "1", "use-mine")
                .ifPresent(this::add);
        whole(Choice.Whole.THEIRS, sides.use(Party.THEIRS, question), "2", "use-theirs")
                .ifPresent(this::add);
        add(more(telling));
    }

    private Div more(Telling telling) {
        var more = new Div();
        more.addClassName("row-more");
        whole(Choice.Whole.BOTH, "Both", "3", "use-both").ifPresent(more::add);
        if (question.fields().stream().allMatch(one -> telling.type().field(one).isPresent())) {
            var edit = RowButtons.of("Edit…", "E", label, () -> listener.edit(question));
            edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            edit.addClassName("edit-row");
            more.add(edit);
        }
        whole(Choice.Whole.BASE, "As it was", "", "use-base").ifPresent(more::add);
        return more;
    }

    private Optional<Button> whole(Choice.Whole whole, String words, String key, String className) {
        if (!deciding.offers(question, whole)) {
            return Optional.empty();
        }
        var button = RowButtons.of(words, key, label, () -> listener.choose(question, whole));
        button.addClassName(className);
        boolean chosen =
                question.fields().stream()
                        .allMatch(field -> whole.equals(deciding.decisions().fields().get(field)));
        button.getElement().setAttribute("aria-pressed", "" + chosen);
        return Optional.of(button);
    }
}
