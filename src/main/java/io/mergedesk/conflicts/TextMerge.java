package io.mergedesk.conflicts;

import io.mergedesk.changes.TextEdits;
import io.mergedesk.changes.TextEdits.Edit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Three versions of a text side by side, word by word.
///
/// Source of the idea: Khanna, Kunal, Pierce, "A Formal Investigation of Diff3", 2007. We ask
/// sooner than they do: edits of two people with less than [#WORDS_APART] untouched words between
/// them are one hunk, since "Monday at noon" made "Tuesday at noon" and "Monday at ten" must not
/// become "Tuesday at ten", which nobody wrote. Edits that both made alike never stand in the way.
final class TextMerge {

    static final int WORDS_APART = 2;

    private enum By {
        THEIRS,
        MINE,
        BOTH
    }

    private record Step(int from, int to, String text, By by) {

        boolean isOf(By side) {
            return by == By.BOTH || by == side;
        }

        Step by(By other) {
            return new Step(from, to, text, other);
        }
    }

    /// Steps that stand or fall together, and the run of the base they cover.
    private static final class Cluster {

        private final List<Step> steps = new ArrayList<>();
        private final int from;
        private int to;

        Cluster(Step first) {
            from = first.from;
            to = first.to;
            steps.add(first);
        }

        void add(Step step) {
            steps.add(step);
            to = Math.max(to, step.to);
        }

        boolean has(By by) {
            return steps.stream().anyMatch(step -> step.by == by);
        }

        boolean covers(Step step) {
            return from <= step.from && step.to <= to;
        }
    }

    private static final Comparator<Step> IN_ORDER =
            Comparator.comparingInt(Step::from).thenComparingInt(Step::to);

    private final List<String> base;

    private TextMerge(List<String> base) {
        this.base = base;
    }

    /// All hunks; their three versions, each joined, are the three texts.
    static List<Hunk> of(String base, String theirs, String mine) {
        var pieces = TextEdits.pieces(base);
        return new TextMerge(pieces).run(steps(pieces, theirs), steps(pieces, mine));
    }

    private static List<Step> steps(List<String> base, String text) {
        var pieces = TextEdits.pieces(text);
        var steps = new ArrayList<Step>();
        for (Edit edit : TextEdits.between(base, pieces)) {
            var now = String.join("", pieces.subList(edit.newFrom(), edit.newTo()));
            steps.add(new Step(edit.from(), edit.to(), now, By.BOTH));
        }
        return steps;
    }

    private List<Hunk> run(List<Step> theirs, List<Step> mine) {
        var alike = new ArrayList<>(theirs);
        alike.retainAll(mine);
        var single = new ArrayList<Step>();
        theirs.stream()
                .filter(one -> !alike.contains(one))
                .forEach(one -> single.add(one.by(By.THEIRS)));
        mine.stream()
                .filter(one -> !alike.contains(one))
                .forEach(one -> single.add(one.by(By.MINE)));
        single.sort(IN_ORDER);
        return hunks(clusters(single, alike));
    }

    private List<Cluster> clusters(List<Step> single, List<Step> alike) {
        var clusters = new ArrayList<Cluster>();
        for (var step : single) {
            var last = clusters.isEmpty() ? null : clusters.getLast();
            if (last != null && belong(last, step, alike)) {
                last.add(step);
            } else {
                clusters.add(new Cluster(step));
            }
        }
        for (var step : alike) {
            var around = clusters.stream().filter(one -> one.covers(step)).findFirst();
            around.ifPresentOrElse(one -> one.add(step), () -> clusters.add(new Cluster(step)));
        }
        clusters.sort(
                Comparator.comparingInt((Cluster one) -> one.from).thenComparingInt(one -> one.to));
        return clusters;
    }

    private boolean belong(Cluster cluster, Step step, List<Step> alike) {
        if (step.from < cluster.to) {
            return true;
        }
        boolean meets = cluster.has(step.by == By.MINE ? By.THEIRS : By.MINE);
        var gap = base.subList(cluster.to, step.from);
        return meets
                ? wordsLeft(cluster.to, step.from, alike) < WORDS_APART
                : gap.stream().allMatch(piece -> piece.isBlank() && !piece.equals("\n"));
    }

    /// Untouched words between two edits, counted until there are enough.
    private int wordsLeft(int from, int to, List<Step> alike) {
        int words = 0;
        for (int i = from; i < to && words < WORDS_APART; i++) {
            int at = i;
            boolean replaced = alike.stream().anyMatch(one -> one.from <= at && at < one.to);
            words += !replaced && Character.isLetterOrDigit(base.get(i).codePointAt(0)) ? 1 : 0;
        }
        return words;
    }

    private List<Hunk> hunks(List<Cluster> clusters) {
        var hunks = new ArrayList<Hunk>();
        int at = 0;
        for (var cluster : clusters) {
            addStable(hunks, at, cluster.from);
            hunks.add(hunk(cluster));
            at = cluster.to;
        }
        addStable(hunks, at, base.size());
        return List.copyOf(hunks);
    }

    private void addStable(List<Hunk> hunks, int from, int to) {
        if (from < to) {
            hunks.add(new Hunk.Stable(text(from, to)));
        }
    }

    private Hunk hunk(Cluster cluster) {
        var before = text(cluster.from, cluster.to);
        var theirs = version(cluster, By.THEIRS);
        var mine = version(cluster, By.MINE);
        if (theirs.equals(mine)) {
            return new Hunk.Same(before, theirs);
        }
        if (mine.equals(before)) {
            return new Hunk.TheirsOnly(before, theirs);
        }
        return theirs.equals(before)
                ? new Hunk.MineOnly(before, mine)
                : new Hunk.Differ(before, theirs, mine);
    }

    private String version(Cluster cluster, By side) {
        var text = new StringBuilder();
        int at = cluster.from;
        for (var step :
                cluster.steps.stream().filter(one -> one.isOf(side)).sorted(IN_ORDER).toList()) {
            text.append(text(at, step.from)).append(step.text);
            at = step.to;
        }
        return text.append(text(at, cluster.to)).toString();
    }

    private String text(int from, int to) {
        return String.join("", base.subList(from, to));
    }
}
