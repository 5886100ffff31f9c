package io.mergedesk.desk;

import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.entities.ConflictNow;
import java.util.List;

/// How a supervisor decides many conflicts at once. What a rule says nothing about stays open.
public sealed interface SettlingRule {

    /// What was written later stands.
    record Newest() implements SettlingRule {}

    /// What this person wrote stands.
    record SideOf(UserId person) implements SettlingRule {}

    /// What the type's policy of today decides by itself, stands.
    record MergeAgain() implements SettlingRule {}

    /// What came in by the better way stands; the best first. Offline edits, merges and restores
    /// count as `ui`, other sites as `api`, unless they are named.
    record Sources(List<Origin> bestFirst) implements SettlingRule {

        public static final Sources USUAL =
                new Sources(List.of(Origin.UI, Origin.API, Origin.IMPORT));

        public Sources {
            bestFirst = List.copyOf(bestFirst);
        }

        /// Less is better.
        int rank(Origin origin) {
            int named = bestFirst.indexOf(origin);
            int counted = named >= 0 ? named : bestFirst.indexOf(kin(origin));
            return counted >= 0 ? counted : bestFirst.size();
        }

        private static Origin kin(Origin origin) {
            return switch (origin) {
                case UI, OFFLINE, MERGE, RESTORE -> Origin.UI;
                case API, SITE -> Origin.API;
                case IMPORT -> Origin.IMPORT;
            };
        }
    }

    /// What the rule says about this conflict; nothing about fields where it does not tell.
    default Decisions decide(ConflictNow now) {
        return new RuleDecisions(now, this).decisions();
    }
}
