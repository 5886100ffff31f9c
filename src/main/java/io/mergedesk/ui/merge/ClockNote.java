package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.ui.shell.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Who met whom, and one side for everything.
final class ClockNote extends Div {

    private final transient BiConsumer<Party, String> all;
    private final transient Runnable letGo;

    /// @param all takes one side for everything, and how that is called
    /// @param letGo lets all stay as it is
    ClockNote(BiConsumer<Party, String> all, Runnable letGo) {
        this.all = all;
        this.letGo = letGo;
        addClassNames("note", "clock-note");
    }

    void show(Telling telling, Deciding deciding, boolean fixed) {
        removeAll();
        var sides = telling.sides();
        var everything =
                new Question(
                        Optional.empty(), List.copyOf(telling.now().merge().fields().keySet()));
        var names = telling.viewer().services().names();
        var author = sides.by(Party.MINE, everything);
        var other = sides.by(Party.THEIRS, everything);
        var people =
                new Div(
                        new Person(names.of(author)).asMine(),
                        new Person(names.of(other)).asTheirs());
        people.addClassName("clock-people");
        boolean waits = fixed && telling.now().conflict().isOpen();
        var words =
                new Span(
                        telling.clocks().sentence()
                                + (waits ? " A supervisor decides this one." : ""));
        words.addClassName("note-text");
        add(people, words);
        if (waits && sides.isMine()) {
            var button = new Button("Let my edit go", _ -> letGo.run());
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setTooltipText("All stays as it is; your values are kept in the history.");
            button.addClassName("let-go");
            add(button);
        }
        if (!fixed && deciding.total() > 1) {
            boolean same = sides.isOnePersons(everything);
            add(
                    button(same ? "All waiting ones" : all(sides, author), Party.MINE),
                    button(
                            same
                                    ? "All saved ones"
                                    : isOnesOnly(telling) ? all(sides, other) : "All others’",
                            Party.THEIRS));
        }
    }

    /// Whether the others are one person.
    private static boolean isOnesOnly(Telling telling) {
        return telling.now().theirs().values().stream()
                        .map(ConflictNow.Written::by)
                        .distinct()
                        .count()
                < 2;
    }

    private static String all(Sides sides, UserId person) {
        return person.equals(sides.reader()) ? "All mine" : "All " + sides.owner(person);
    }

    private Button button(String words, Party party) {
        var button = new Button(words, _ -> all.accept(party, words));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClassName(party == Party.MINE ? "all-mine" : "all-theirs");
        return button;
    }
}
