package io.mergedesk.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What turns one text into another, word by word.
///
/// Very long texts are compared line by line first, and word by word only in the lines that differ,
/// so that the time stays bounded.
public final class TextEdits {

    /// The pieces from `from` to `to` of the old text became those from `newFrom` to `newTo` of the
    /// new one; either run may be empty, never both.
    public record Edit(int from, int to, int newFrom, int newTo) {

        private Edit shifted(int old, int now) {
            return new Edit(from + old, to + old, newFrom + now, newTo + now);
        }
    }

    private static final Pattern PIECES =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\n|[^\\S\\n]+|.", Pattern.DOTALL);
    private static final int MOST_PIECES = 4_000;

    private TextEdits() {}

    /// Words, line ends, blanks and single signs: joined again they are the text.
    public static List<String> pieces(String text) {
        return PIECES.matcher(text).results().map(MatchResult::group).toList();
    }

    /// The edits in the order of the text, with something that stayed between any two.
    public static List<Edit> between(List<String> old, List<String> now) {
        int start = 0;
        int shorter = Math.min(old.size(), now.size());
        while (start < shorter && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        var edits =
                inner(old.subList(start, old.size() - end), now.subList(start, now.size() - end));
        var whole = new ArrayList<Edit>();
        for (var edit : edits) {
            int free = whole.isEmpty() ? 0 : whole.getLast().to() + 1;
            whole.add(fromLineStart(edit.shifted(start, start), free, old, now));
        }
        return List.copyOf(whole);
    }

    /// The same edit moved to the start of a line, where lines came or went and the text allows it:
    /// the removed line is then this one, not the end of this and the beginning of the next.
    private static Edit fromLineStart(Edit edit, int free, List<String> old, List<String> now) {
        boolean gone = edit.newFrom() == edit.newTo();
        if (!gone && edit.from() != edit.to()) {
            return edit;
        }
        var text = gone ? old : now;
        int from = gone ? edit.from() : edit.newFrom();
        int to = gone ? edit.to() : edit.newTo();
        for (int back = 0; edit.from() - back >= free; back++) {
            if (from - back == 0 || text.get(from - back - 1).equals("\n")) {
                return edit.shifted(-back, -back);
            }
            if (!text.get(from - back - 1).equals(text.get(to - back - 1))) {
                return edit;
            }
        }
        return edit;
    }

    private static List<Edit> inner(List<String> old, List<String> now) {
        if (old.isEmpty() && now.isEmpty()) {
            return List.of();
        }
        if (old.isEmpty() || now.isEmpty()) {
            return List.of(new Edit(0, old.size(), 0, now.size()));
        }
        return old.size() + now.size() <= MOST_PIECES ? compared(old, now) : byLines(old, now);
    }

    private static List<Edit> compared(List<String> old, List<String> now) {
        return DiffUtils.diff(old, now).getDeltas().stream().map(TextEdits::edit).toList();
    }

    private static Edit edit(AbstractDelta<String> delta) {
        var source = delta.getSource();
        var target = delta.getTarget();
        return new Edit(
                source.getPosition(),
                source.getPosition() + source.size(),
                target.getPosition(),
                target.getPosition() + target.size());
    }

    private static List<Edit> byLines(List<String> old, List<String> now) {
        var oldStarts = lineStarts(old);
        var nowStarts = lineStarts(now);
        var oldLines = lines(old, oldStarts);
        var nowLines = lines(now, nowStarts);
        if (oldLines.size() + nowLines.size() > MOST_PIECES) {
            return List.of(new Edit(0, old.size(), 0, now.size()));
        }
        var all = new ArrayList<Edit>();
        for (var lines : compared(oldLines, nowLines)) {
            int oldFrom = oldStarts.get(lines.from());
            int nowFrom = nowStarts.get(lines.newFrom());
            var oldWords = old.subList(oldFrom, oldStarts.get(lines.to()));
            var nowWords = now.subList(nowFrom, nowStarts.get(lines.newTo()));
            if (oldWords.size() + nowWords.size() > MOST_PIECES) {
                all.add(new Edit(0, oldWords.size(), 0, nowWords.size()).shifted(oldFrom, nowFrom));
            } else {
                between(oldWords, nowWords)
                        .forEach(edit -> all.add(edit.shifted(oldFrom, nowFrom)));
            }
        }
        return List.copyOf(all);
    }

    /// Where each line starts, and at last where the text ends.
    private static List<Integer> lineStarts(List<String> pieces) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int i = 0; i < pieces.size() - 1; i++) {
            if (pieces.get(i).equals("\n")) {
                starts.add(i + 1);
            }
        }
        starts.add(pieces.size());
        return starts;
    }

    private static List<String> lines(List<String> pieces, List<Integer> starts) {
        var lines = new ArrayList<String>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            lines.add(String.join("", pieces.subList(starts.get(i), starts.get(i + 1))));
        }
        return lines;
    }
}
