package io.mergedesk.ui.merge;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Settlement;
import java.util.List;

/// Decisions about everything in a conflict at once.
final class WholeDecisions {

    private WholeDecisions() {}

    /// One side for everything that is asked, also for what was decided already.
    static Decisions ofSide(
            Party party, Merge merge, List<Question> questions, Decisions decisions) {
        var whole = party == Party.MINE ? Choice.Whole.MINE : Choice.Whole.THEIRS;
        var wanted = decisions;
        for (var question : questions) {
            for (var field : question.fields()) {
                wanted = wanted.with(field, whole);
            }
        }
        return withEntity(wanted, merge, party);
    }

    /// The author lets their edit go: all stays as it is, merged fields too.
    static Decisions lettingGo(Merge merge) {
        var wanted = Decisions.NONE;
        for (FieldName field : merge.fields().keySet()) {
            wanted = wanted.with(field, Choice.Whole.THEIRS);
        }
        return withEntity(wanted, merge, Party.THEIRS);
    }

    /// Without those that no longer fit what is asked.
    static Decisions fitting(Merge merge, Decisions begun) {
        var fitting = begun;
        for (var one : begun.fields().entrySet()) {
            if (!Chosen.fits(merge, one.getKey(), one.getValue())) {
                fitting = fitting.without(one.getKey());
            }
        }
        return fitting;
    }

    /// What a person had decided, to begin with when it is decided anew.
    static Decisions of(Settlement settlement) {
        var before = Decisions.NONE;
        for (var one : settlement.resolution().fields().entrySet()) {
            if (one.getValue().choice().isPresent()) {
                before = before.with(one.getKey(), one.getValue().choice().get());
            }
        }
        return before;
    }

    private static Decisions withEntity(Decisions decisions, Merge merge, Party party) {
        return merge.entity() instanceof EntityOutcome.Contested asked
                ? decisions.with(
                        asked.deletedBy() == party ? EntityChoice.DELETE : EntityChoice.KEEP)
                : decisions;
    }
}
