package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Party;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One deleted what the other edited: a question of its own, before all others.
final class KeepOrDeleteRow extends Div {

    static final String KEY = "$entity";

    private final transient Consumer<EntityChoice> choose;
    private transient @Nullable Drawn drawn;

    private record Drawn(EntityOutcome asked, Optional<EntityChoice> chosen, boolean fixed) {}

    KeepOrDeleteRow(Consumer<EntityChoice> choose) {
        this.choose = choose;
        addClassNames("merge-row", "entity-row");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("tabindex", "0")
                .setAttribute("data-row", KEY);
    }

    void show(Telling telling, Deciding deciding, boolean fixed) {
        var asked = deciding.keepOrDelete();
        setVisible(asked.isPresent());
        if (asked.isEmpty()) {
            return;
        }
        var wanted = new Drawn(asked.get(), deciding.decisions().entity(), fixed);
        if (wanted.equals(drawn)) {
            return;
        }
        drawn = wanted;
        if (wanted.chosen().isEmpty()) {
            getElement().setAttribute("data-open", "");
        } else {
            getElement().removeAttribute("data-open");
        }
        removeAll();
        draw(telling, asked.get(), wanted);
    }

    private void draw(Telling telling, EntityOutcome.Contested asked, Drawn wanted) {
        var one = telling.type().definition().singular().toLowerCase(Locale.ROOT);
        var sentence = sentence(telling, asked, one);
        getElement().setAttribute("aria-label", sentence);
        var name = new Span("Keep or delete?");
        name.addClassName("row-name");
        var label = new Div(name);
        label.addClassName("row-label");
        var words = new Div(sentence);
        words.addClassName("row-sentence");
        var content = new Div(label, words);
        content.addClassName("row-content");
        if (!wanted.fixed()) {
            var keep =
                    RowButtons.of(
                            "Keep the " + one,
                            "1",
                            "with the changes",
                            () -> choose.accept(EntityChoice.KEEP));
            keep.addClassName("keep-entity");
            var delete =
                    RowButtons.of(
                            "Delete it",
                            "2",
                            "the " + one,
                            () -> choose.accept(EntityChoice.DELETE));
            delete.addClassName("delete-entity");
            var choices = new Div(keep, delete);
            choices.addClassName("row-choices");
            content.add(choices);
        }
        content.add(result(wanted.chosen()));
        add(content);
    }

    private static Div result(Optional<EntityChoice> chosen) {
        var result = new Div();
        result.addClassName("row-result");
        if (chosen.isEmpty()) {
            var open = new Span("choose");
            open.addClassName("soft");
            result.add(open);
        } else {
            boolean kept = chosen.get() == EntityChoice.KEEP;
            result.add(
                    new StatusBadge(
                            kept ? "kept" : "deleted",
                            kept ? StatusBadge.Kind.OK : StatusBadge.Kind.BAD));
        }
        return result;
    }

    private static String sentence(Telling telling, EntityOutcome.Contested asked, String one) {
        var fields =
                MergeWords.joined(
                        telling.type().fields().stream()
                                .filter(field -> asked.edited().contains(field.name()))
                                .map(field -> field.label())
                                .toList());
        var sides = telling.sides();
        return asked.deletedBy() == Party.MINE
                ? sides.author()
                        + " deleted this "
                        + one
                        + ". "
                        + sides.others()
                        + " had changed "
                        + fields
                        + "."
                : sides.name(sides.deleting().by())
                        + " deleted this "
                        + one
                        + ". "
                        + sides.author()
                        + " had changed "
                        + fields
                        + ".";
    }
}
