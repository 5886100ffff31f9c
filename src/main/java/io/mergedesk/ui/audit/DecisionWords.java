package io.mergedesk.ui.audit;

import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Resolution.Decided;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Settlement;

/// Who or what decided in a conflict, and what, in plain words.
final class DecisionWords {

    private DecisionWords() {}

    /// "Sven decided", "Merged without asking".
    ///
    /// @param who the name of who settled it, at the beginning of a sentence
    static String settled(Settlement settlement, String who) {
        return switch (settlement.how()) {
            case PERSON -> who + " decided";
            case RULE -> who + " applied a rule to many";
            case AUTOMATIC -> "Merged without asking";
            case OVERTAKEN -> "Overtaken: a later edit wrote the same";
        };
    }

    /// Why one field became what it is.
    ///
    /// @param author whose edit it was
    static String why(Decided decided, String author) {
        return decided.choice()
                .map(choice -> why(choice, author))
                .orElseGet(() -> why(decided.rule(), author));
    }

    private static String why(Choice choice, String author) {
        return switch (choice) {
            case Choice.Whole whole ->
                    switch (whole) {
                        case MINE -> "chosen: the edit of " + author;
                        case THEIRS -> "chosen: what was there";
                        case BASE -> "chosen: the value before both";
                        case BOTH -> "chosen: both";
                    };
            case Choice.Value _ -> "typed anew";
            case Choice.Hunks _ -> "chosen passage by passage";
        };
    }

    private static String why(Rule rule, String author) {
        return switch (rule) {
            case UNTOUCHED -> "nobody changed it";
            case MINE_ONLY -> "only " + author + " changed it";
            case THEIRS_ONLY -> "only others changed it";
            case SAME -> "both changed it to the same";
            case MEMBERS -> "what both added and removed, by rule";
            case WORDS -> "both wrote in different places, joined by rule";
            case SUM -> "what both added, summed by rule";
            case NEWEST -> "the newest wins, by rule";
            case REFUSED -> "not allowed any more";
            case CONTESTED -> "contested";
        };
    }
}
