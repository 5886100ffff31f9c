package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.changes.WordDiff;
import java.util.Collection;
import java.util.Locale;

/// A value with the words marked that the other one does not have: struck through or underlined,
/// said aloud to those who hear the page. Long stretches that are the same fold away.
public final class Marks extends Span {

    private static final int LONGEST_SAME = 320;
    private static final int AROUND = 100;

    private enum Side {
        BEFORE,
        AFTER
    }

    private Marks() {
        addClassName("value");
    }

    /// The old value, with what was taken away.
    public static Marks before(String old, String now) {
        return of(old, now, Side.BEFORE);
    }

    /// The new value, with what came.
    public static Marks after(String old, String now) {
        return of(old, now, Side.AFTER);
    }

    /// A value nothing is said about.
    public static Marks plain(String text) {
        var marks = new Marks();
        if (text.isEmpty()) {
            marks.empty();
        } else {
            marks.same(text);
        }
        return marks;
    }

    /// The chosen ones of the old set, with those that were taken away.
    static Marks choicesBefore(Collection<String> old, Collection<String> now) {
        return ofChoices(old, now, Side.BEFORE);
    }

    /// The chosen ones of the new set, with those that came.
    static Marks choicesAfter(Collection<String> old, Collection<String> now) {
        return ofChoices(now, old, Side.AFTER);
    }

    private static Marks ofChoices(Collection<String> shown, Collection<String> other, Side side) {
        var marks = new Marks();
        var separator = "";
        for (var choice : shown) {
            marks.add(separator);
            if (other.contains(choice)) {
                marks.add(choice);
            } else {
                marks.mark(side, choice);
            }
            separator = ", ";
        }
        return marks;
    }

    private void mark(Side side, String text) {
        if (side == Side.BEFORE) {
            mark("del", text, "removed");
        } else {
            mark("ins", text, "added");
        }
    }

    private static Marks of(String old, String now, Side side) {
        if ((side == Side.BEFORE ? old : now).isEmpty()) {
            return plain("");
        }
        var marks = new Marks();
        for (var part : WordDiff.between(old, now)) {
            switch (part) {
                case WordDiff.Part.Same(var text) -> marks.same(text);
                case WordDiff.Part.Changed(var removed, var added) ->
                        marks.mark(side, side == Side.BEFORE ? removed : added);
            }
        }
        return marks;
    }

    private void empty() {
        var empty = new Span("empty");
        empty.addClassName("soft");
        add(empty);
    }

    private void same(String text) {
        if (text.length() <= LONGEST_SAME) {
            add(text);
            return;
        }
        var hidden = text.substring(AROUND, text.length() - AROUND);
        var rest = new Span();
        var more =
                new Button(
                        String.format(
                                Locale.ENGLISH, "… %,d unchanged characters …", hidden.length()));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.addClickListener(_ -> {
            rest.removeAll();
            rest.setText(hidden);
        });
        rest.add(more);
        add(text.substring(0, AROUND));
        add(rest);
        add(text.substring(text.length() - AROUND));
    }

    private void mark(String tag, String text, String said) {
        if (text.isEmpty()) {
            return;
        }
        var mark = new Element(tag);
        mark.appendChild(
                hidden(" " + said + ": "), Element.createText(text), hidden(" end " + said + " "));
        getElement().appendChild(mark);
    }

    private static Element hidden(String words) {
        return new Element("span").setText(words).setAttribute("class", "visually-hidden");
    }
}
