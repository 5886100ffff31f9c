package io.mergedesk.ui.merge;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Hunk;
import io.mergedesk.conflicts.Party;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A long text run by run: what both left alone, what one side changed, and each disputed place
/// with a choice of its own.
final class HunkPanel extends Div {

    private static final int LONGEST_SAME = 160;

    private final transient Telling telling;
    private final transient Question question;
    private final transient RowListener listener;
    private final boolean fixed;

    HunkPanel(
            Telling telling,
            Deciding deciding,
            Question question,
            RowListener listener,
            boolean fixed) {
        this.telling = telling;
        this.question = question;
        this.listener = listener;
        this.fixed = fixed;
        addClassName("row-hunks");
        var hunks = deciding.merge().hunks(question.first());
        Map<Integer, HunkChoice> chosen =
                deciding.decisions().fields().get(question.first())
                                instanceof Choice.Hunks(var byPlace)
                        ? byPlace
                        : new TreeMap<>();
        for (int place = 0; place < hunks.size(); place++) {
            add(run(hunks.get(place), place, chosen));
        }
    }

    private Div run(Hunk hunk, int place, Map<Integer, HunkChoice> chosen) {
        var run = new Div();
        run.addClassName("hunk");
        switch (hunk) {
            case Hunk.Stable(var text) -> run.add(shortened(text));
            case Hunk.MineOnly _ -> changed(run, hunk, Party.MINE);
            case Hunk.TheirsOnly _ -> changed(run, hunk, Party.THEIRS);
            case Hunk.Same(var base, var theirs) -> run.add(WordMarks.between(base, theirs));
            case Hunk.Differ differ -> dispute(run, differ, place, chosen);
        }
        return run;
    }

    private static Span shortened(String text) {
        var shown = new Span();
        shown.addClassName("value");
        int around = LONGEST_SAME / 2;
        if (text.length() <= LONGEST_SAME) {
            shown.setText(text);
        } else {
            shown.add(text.substring(0, around));
            var fold = new Element("details").setAttribute("class", "same-fold");
            fold.appendChild(
                    new Element("summary").setText("…"),
                    Element.createText(text.substring(around, text.length() - around)));
            shown.getElement().appendChild(fold);
            shown.add(text.substring(text.length() - around));
        }
        return shown;
    }

    private void changed(Div run, Hunk hunk, Party party) {
        run.addClassName(party == Party.MINE ? "hunk-mine" : "hunk-theirs");
        run.getElement()
                .setAttribute(
                        "title",
                        "only " + telling.sides().nameWithin(telling.sides().by(party, question)));
        run.add(marks(hunk.base(), hunk.merged()));
    }

    private static WordMarks marks(String base, String text) {
        return base.isEmpty() ? WordMarks.between(" ", " " + text) : WordMarks.between(base, text);
    }

    private void dispute(Div run, Hunk.Differ differ, int place, Map<Integer, HunkChoice> chosen) {
        run.addClassName("hunk-differ");
        var now = chosen.get(place);
        run.add(side(differ, Party.THEIRS, place, now), side(differ, Party.MINE, place, now));
        var more = new Div();
        more.addClassName("hunk-more");
        if (!differ.theirs().isBlank() && !differ.mine().isBlank()) {
            more.add(choice("Both", HunkChoice.THEIRS_THEN_MINE, place, now));
        }
        if (!differ.base().isBlank()) {
            more.add(choice("As it was", HunkChoice.BASE, place, now));
        }
        if (!fixed) {
            run.add(more);
        }
    }

    private Div side(Hunk.Differ differ, Party party, int place, @Nullable HunkChoice now) {
        boolean mine = party == Party.MINE;
        var text = mine ? differ.mine() : differ.theirs();
        var value = new Span();
        value.addClassName("hunk-value");
        value.add(
                text.isBlank()
                        ? WordMarks.between(differ.base(), "")
                        : WordMarks.between(differ.base(), text));
        var side = new Div(value);
        side.addClassNames("hunk-side", mine ? "mine" : "theirs");
        if (!fixed) {
            side.add(
                    choice(
                            telling.sides().use(party, question),
                            mine ? HunkChoice.MINE : HunkChoice.THEIRS,
                            place,
                            now));
        }
        return side;
    }

    private Button choice(String words, HunkChoice choice, int place, @Nullable HunkChoice now) {
        var button =
                RowButtons.of(
                        words,
                        "",
                        question.label(telling.type()) + ", place " + (place + 1),
                        () -> listener.choose(question, question.first(), place, choice));
        button.getElement().setAttribute("aria-pressed", "" + (choice == now));
        button.addClassName("hunk-choice");
        return button;
    }
}
