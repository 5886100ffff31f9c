package io.mergedesk.changes;

import java.util.ArrayList;
import java.util.List;

/// How one text became another, in runs that can be shown.
public final class WordDiff {

    /// A run of text that both have, or that one replaced the other in.
    public sealed interface Part {
        record Same(String text) implements Part {}

        /// Either side may be empty, never both.
        record Changed(String removed, String added) implements Part {}
    }

    private WordDiff() {}

    public static List<Part> between(String before, String after) {
        var old = TextEdits.pieces(before);
        var now = TextEdits.pieces(after);
        var parts = new Parts();
        int at = 0;
        for (var edit : TextEdits.between(old, now)) {
            parts.same(text(old, at, edit.from()));
            parts.changed(
                    text(old, edit.from(), edit.to()), text(now, edit.newFrom(), edit.newTo()));
            at = edit.to();
        }
        parts.same(text(old, at, old.size()));
        return parts.all;
    }

    private static String text(List<String> pieces, int from, int to) {
        return String.join("", pieces.subList(from, to));
    }

    /// Joins changes that only white space parts: "two words" replaced reads better as one.
    private static final class Parts {

        private final List<Part> all = new ArrayList<>();

        void same(String text) {
            if (!text.isEmpty()) {
                all.add(new Part.Same(text));
            }
        }

        void changed(String removed, String added) {
            if (all.size() > 1
                    && all.getLast() instanceof Part.Same(var gap)
                    && gap.isBlank()
                    && gap.indexOf('\n') < 0
                    && all.get(all.size() - 2) instanceof Part.Changed(var gone, var come)) {
                all.removeLast();
                all.removeLast();
                all.add(new Part.Changed(gone + gap + removed, come + gap + added));
            } else {
                all.add(new Part.Changed(removed, added));
            }
        }
    }
}
