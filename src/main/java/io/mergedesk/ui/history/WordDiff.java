package io.mergedesk.ui.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// How one text became another, word by word.
///
/// Very long texts are compared line by line, so that the time stays bounded.
final class WordDiff {

    /// A run of text that both have, or that one replaced the other in.
    sealed interface Part {
        record Same(String text) implements Part {}

        /// Either side may be empty, never both.
        record Changed(String removed, String added) implements Part {}
    }

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.");
    private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");
    private static final int MOST_PIECES = 4_000;

    private WordDiff() {}

    static List<Part> between(String before, String after) {
        var words = between(before, after, WORDS);
        return words.isEmpty() ? between(before, after, LINES) : words;
    }

    /// @return nothing when there are too many pieces and smaller ones than lines
    private static List<Part> between(String before, String after, Pattern pieces) {
        var old = pieces(before, pieces);
        var now = pieces(after, pieces);
        if (old.size() + now.size() > MOST_PIECES) {
            return pieces.equals(WORDS) ? List.of() : List.of(new Part.Changed(before, after));
        }
        var parts = new Parts();
        int at = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            parts.same(String.join("", old.subList(at, delta.getSource().getPosition())));
            parts.changed(joined(delta, true), joined(delta, false));
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        parts.same(String.join("", old.subList(at, old.size())));
        return parts.all;
    }

    private static List<String> pieces(String text, Pattern pattern) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String joined(AbstractDelta<String> delta, boolean old) {
        return String.join("", (old ? delta.getSource() : delta.getTarget()).getLines());
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
