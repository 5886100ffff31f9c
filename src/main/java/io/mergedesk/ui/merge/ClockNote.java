package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.conflicts.Party;
import io.mergedesk.ui.shell.Person;
import java.util.function.Consumer;

/// Who met whom, and one side for everything.
final class ClockNote extends Div {

    private final transient Consumer<Party> all;

    ClockNote(Consumer<Party> all) {
        this.all = all;
        addClassNames("note", "clock-note");
    }

    void show(Telling telling, Deciding deciding, boolean fixed) {
        removeAll();
        var sides = telling.sides();
        var names = telling.viewer().services().names();
        var edit = telling.now().conflict().edit();
        var theirs =
                telling.sides()
                        .theirs(
                                new Question(
                                        java.util.Optional.empty(),
                                        java.util.List.copyOf(
                                                telling.now().merge().fields().keySet())));
        var people =
                new Div(
                        new Person(names.of(edit.by())).asMine(),
                        new Person(names.of(theirs.by())).asTheirs());
        people.addClassName("clock-people");
        var words = new Span(telling.clocks().sentence() + waits(telling, fixed));
        words.addClassName("note-text");
        add(people, words);
        if (!fixed && deciding.total() > 1) {
            var one =
                    new Question(
                            java.util.Optional.empty(),
                            java.util.List.copyOf(telling.now().merge().fields().keySet()));
            boolean same = sides.isOnePersons(one);
            add(
                    button(same ? "All saved ones" : all(sides, theirs.by()), Party.THEIRS),
                    button(same ? "All waiting ones" : all(sides, edit.by()), Party.MINE));
        }
    }

    private static String all(Sides sides, io.mergedesk.common.UserId person) {
        return person.equals(sides.reader()) ? "All mine" : "All " + sides.owner(person);
    }

    private static String waits(Telling telling, boolean fixed) {
        return fixed && telling.now().conflict().isOpen()
                ? " A supervisor decides this one; nothing of it is lost."
                : "";
    }

    private Button button(String words, Party party) {
        var button = new Button(words, _ -> all.accept(party));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName(party == Party.MINE ? "all-mine" : "all-theirs");
        return button;
    }
}
