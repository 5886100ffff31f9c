package io.mergedesk.ui.merge;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.changes.WordDiff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// A value with what it has and no longer has of another: struck through and underlined, said aloud
/// to those who hear the page, or told in sentences.
final class WordMarks extends Span {

    private static final int LONGEST_SAME = 240;
    private static final int AROUND = 90;

    private WordMarks() {
        addClassName("value");
    }

    /// A value nothing is said about.
    static WordMarks plain(String text) {
        var marks = new WordMarks();
        if (text.isEmpty()) {
            marks.soft("empty");
        } else {
            marks.same(text);
        }
        return marks;
    }

    static WordMarks between(String before, String after) {
        if (before.isEmpty() || before.equals(after)) {
            return plain(after);
        }
        var marks = new WordMarks();
        if (after.isEmpty()) {
            marks.mark("del", before, "removed");
            marks.soft(" empty");
            return marks;
        }
        for (var part : WordDiff.between(before, after)) {
            switch (part) {
                case WordDiff.Part.Same(var text) -> marks.same(text);
                case WordDiff.Part.Changed(var removed, var added) -> {
                    marks.mark("del", removed, "removed");
                    if (!removed.isEmpty() && !added.isEmpty()) {
                        marks.add(" ");
                    }
                    marks.mark("ins", added, "added");
                }
            }
        }
        return marks;
    }

    static WordMarks ofSets(Collection<String> before, Collection<String> after) {
        var marks = new WordMarks();
        var all = new TreeSet<>(before);
        all.addAll(after);
        var separator = "";
        for (var one : all) {
            marks.add(separator);
            if (before.contains(one) == after.contains(one)) {
                marks.add(one);
            } else {
                boolean gone = before.contains(one);
                marks.mark(gone ? "del" : "ins", one, gone ? "removed" : "added");
            }
            separator = ", ";
        }
        return marks;
    }

    /// "“10” became “9”; “Ring twice.” was added".
    static WordMarks sentences(String before, String after) {
        var marks = new WordMarks();
        marks.add(String.join("; ", told(before, after)));
        return marks;
    }

    private static List<String> told(String before, String after) {
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return List.of(
                    after.isEmpty()
                            ? before.isEmpty() ? "empty" : "cleared, was “" + before + "”"
                            : before.equals(after)
                                    ? "still “" + after + "”"
                                    : "set to “" + after + "”");
        }
        var told = new ArrayList<String>();
        for (var part : WordDiff.between(before, after)) {
            if (part instanceof WordDiff.Part.Changed(var removed, var added)) {
                var gone = removed.strip();
                var come = added.strip();
                told.add(
                        gone.isEmpty()
                                ? "“" + come + "” was added"
                                : come.isEmpty()
                                        ? "“" + gone + "” was removed"
                                        : "“" + gone + "” became “" + come + "”");
            }
        }
        return told;
    }

    private void soft(String words) {
        var soft = new Span(words);
        soft.addClassName("soft");
        add(soft);
    }

    private void same(String text) {
        if (text.length() <= LONGEST_SAME) {
            add(text);
            return;
        }
        var middle = text.substring(AROUND, text.length() - AROUND);
        add(text.substring(0, AROUND));
        var summary =
                new Element("summary").setText("… " + middle.length() + " unchanged characters …");
        var fold = new Element("details");
        fold.setAttribute("class", "same-fold");
        fold.appendChild(summary, Element.createText(middle));
        getElement().appendChild(fold);
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
