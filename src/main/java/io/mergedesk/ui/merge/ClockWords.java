package io.mergedesk.ui.merge;

import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.ConflictNow.Written;
import io.mergedesk.entities.Entity;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// Who had seen what when they wrote: what the clocks and vectors say, in words.
///
/// @param time a moment as the reader reads it
record ClockWords(Sides sides, Function<Instant, String> time) {

    private static final int NAMED = 3;

    /// "*user* edited at 14:05 and had not seen *supervisor*’s change of 14:02. Both started from
    /// v12 (13:40)."
    String sentence() {
        var now = sides.now();
        var edit = now.conflict().edit();
        return sides.name(edit.by())
                + (edit.deletes() ? " deleted it at " : " edited at ")
                + time.apply(edit.at())
                + by(edit.origin())
                + " and had not seen "
                + MergeWords.joined(unseen())
                + started(now.base());
    }

    private String started(Entity base) {
        return base.revision().equals(Revision.NONE)
                ? ". Both created it."
                : ". Both started from "
                        + base.revision()
                        + " ("
                        + time.apply(base.updatedAt())
                        + ").";
    }

    private List<String> unseen() {
        var now = sides.now();
        var changes = new LinkedHashSet<String>();
        if (now.merge().entity() instanceof EntityOutcome.Contested(var deletedBy, _)
                && deletedBy == Party.THEIRS) {
            changes.add(change(sides.deleting(), "deletion"));
        }
        Question.contested(now.type(), now.merge())
                .forEach(question -> changes.add(change(sides.theirs(question), "change")));
        now.theirs().values().forEach(written -> changes.add(change(written, "change")));
        var all = List.copyOf(changes);
        return all.size() <= NAMED
                ? all
                : List.of(all.get(0), all.get(1), (all.size() - 2) + " more changes");
    }

    private String change(Written written, String what) {
        return sides.owner(written.by())
                + " "
                + what
                + " of "
                + time.apply(written.at())
                + by(written.origin());
    }

    /// How an edit came in, unless on a screen.
    static String by(Origin origin) {
        return switch (origin) {
            case UI -> "";
            case API -> " (through the API)";
            case IMPORT -> " (by an import)";
            case OFFLINE -> " (offline)";
            case SITE -> " (at another site)";
            case MERGE -> " (by a merge)";
            case RESTORE -> " (by restoring)";
        };
    }

    /// "Sven decided this at 14:10 and saved v14." and the like.
    String settled(Settlement settlement) {
        var at = time.apply(settlement.at());
        var who = sides.name(settlement.by());
        return switch (settlement.how()) {
            case PERSON -> who + " decided this at " + at + ", saved as " + settlement.made() + ".";
            case RULE ->
                    who
                            + " decided this by a rule at "
                            + at
                            + ", saved as "
                            + settlement.made()
                            + ".";
            case AUTOMATIC ->
                    "Merged without asking at " + at + ", saved as " + settlement.made() + ".";
            case OVERTAKEN ->
                    "Nothing was left to decide at "
                            + at
                            + ": "
                            + sides.nameWithin(settlement.by())
                            + " had written the same.";
        };
    }
}
