package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.ReopenOutcome;
import io.mergedesk.entities.ResolveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.fields.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes decisions, tries them, and takes them back; says what came of it.
final class Settling {

    /// What a page does about it.
    interface Page {
        void settled(Conflict conflict, Entity entity);

        /// @param words for the reader
        void moved(ConflictNow now, String words);

        /// @param problems by field
        /// @param words what is about no field of the list
        void refused(Map<FieldName, String> problems, String words);

        /// Somebody else did something to it: to be read anew.
        void overtaken(Conflict conflict);

        void reopened(ReopenOutcome.Reopened reopened);

        void say(String words);
    }

    private final Conflicts conflicts;
    private final Viewer viewer;
    private final Page page;

    Settling(Conflicts conflicts, Viewer viewer, Page page) {
        this.conflicts = conflicts;
        this.viewer = viewer;
        this.page = page;
    }

    void save(Deciding deciding, String reason) {
        var now = deciding.now();
        tell(
                conflicts.resolve(
                        now.conflict().id(),
                        now.conflict().version(),
                        now.seen(),
                        deciding.decisions(),
                        reason.strip(),
                        viewer.author()));
    }

    /// Whether these decisions could be written now; where they could not, that is told.
    boolean isFine(Deciding deciding) {
        var now = deciding.now();
        var outcome =
                conflicts.preview(
                        now.conflict().id(),
                        now.conflict().version(),
                        now.seen(),
                        deciding.decisions(),
                        viewer.author());
        if (outcome instanceof ResolveOutcome.Settled) {
            return true;
        }
        tell(outcome);
        return false;
    }

    private void tell(ResolveOutcome outcome) {
        switch (outcome) {
            case ResolveOutcome.Settled(var conflict, var entity) -> page.settled(conflict, entity);
            case ResolveOutcome.Moved(var now, _) ->
                    page.moved(now, "Not saved yet: the record has just changed. ");
            case ResolveOutcome.Undecided _ -> page.say("Not saved yet: something is still open.");
            case ResolveOutcome.Unfit(var expectations) -> {
                var problems = new TreeMap<FieldName, String>();
                expectations.forEach((field, expected) ->
                        problems.put(field, "This cannot be chosen: expected " + expected + "."));
                page.refused(problems, "");
            }
            case ResolveOutcome.Refused(var violations) -> refused(violations);
            case ResolveOutcome.Overtaken(var conflict) -> page.overtaken(conflict);
            case ResolveOutcome.Forbidden _ ->
                    page.say(
                            "Not saved: a supervisor has to decide this one. Your decisions are kept.");
            case ResolveOutcome.Missing _ ->
                    page.say("Not saved: this conflict is no longer shared with you.");
        }
    }

    private void refused(List<Violation> violations) {
        var problems = new TreeMap<FieldName, String>();
        var others = new ArrayList<String>();
        for (var violation : violations) {
            try {
                problems.put(new FieldName(violation.field()), violation.message());
            } catch (IllegalArgumentException _) {
                others.add(violation.message());
            }
        }
        page.refused(problems, String.join(" ", others));
    }

    void reopen(Conflict conflict) {
        switch (conflicts.reopen(conflict.id(), conflict.version(), viewer.author())) {
            case ReopenOutcome.Reopened reopened -> page.reopened(reopened);
            case ReopenOutcome.Overtaken(var now) -> page.overtaken(now);
            case ReopenOutcome.Refused(var violations) ->
                    page.say(
                            "Not taken back: "
                                    + String.join(
                                            " ",
                                            violations.stream().map(Violation::message).toList()));
            case ReopenOutcome.Forbidden _ -> page.say("Only who may decide it may reopen it.");
            case ReopenOutcome.Missing _ -> page.say("This conflict is no longer shared with you.");
        }
    }
}
