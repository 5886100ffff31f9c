package io.mergedesk.desk;

import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Suggestion;
import io.mergedesk.entities.ConflictNow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What may be decided about a conflict as a whole, and why. Never done by itself.
public record Advice(Choice.Whole choice, Reason reason) {

    /// Why that is likely.
    public enum Reason {
        /// It says all that the other says, and more.
        CONTAINS_THE_OTHER,
        /// Both only added text, so both additions can stand.
        BOTH_ADDED,
        /// A person typed it, the other came from a program or a file; or a program against a file.
        BETTER_SOURCE,
        /// It was written later.
        NEWER
    }

    /// The strongest reason that holds for every contested field alike; empty where there is none,
    /// and nothing to decide.
    public static Optional<Advice> of(ConflictNow now) {
        return now.conflict().isOpen() && !now.merge().isDecided()
                ? byValues(now)
                        .or(() -> bySides(now, SettlingRule.Sources.USUAL, Reason.BETTER_SOURCE))
                        .or(() -> bySides(now, new SettlingRule.Newest(), Reason.NEWER))
                : Optional.empty();
    }

    private static Optional<Advice> byValues(ConflictNow now) {
        if (now.merge().entity() instanceof EntityOutcome.Contested) {
            return Optional.empty();
        }
        var suggestions =
                now.merge().contests().values().stream()
                        .map(contest -> contest.suggestion().flatMap(Advice::byValue))
                        .toList();
        return unanimous(suggestions);
    }

    private static Optional<Advice> byValue(Suggestion suggestion) {
        return suggestion.choice() instanceof Choice.Whole whole
                ? switch (suggestion.why()) {
                    case NEWER -> Optional.empty();
                    case CONTAINS_THE_OTHER ->
                            Optional.of(new Advice(whole, Reason.CONTAINS_THE_OTHER));
                    case BOTH_ADDED -> Optional.of(new Advice(whole, Reason.BOTH_ADDED));
                }
                : Optional.empty();
    }

    private static Optional<Advice> bySides(ConflictNow now, SettlingRule rule, Reason reason) {
        var sides = new RuleDecisions(now, rule).sides();
        return unanimous(sides).map(side -> new Advice(choice(side), reason));
    }

    private static Choice.Whole choice(Party side) {
        return side == Party.MINE ? Choice.Whole.MINE : Choice.Whole.THEIRS;
    }

    private static <T> Optional<T> unanimous(List<Optional<T>> all) {
        return all.stream().distinct().count() == 1
                ? all.getFirst().map(Function.identity())
                : Optional.empty();
    }
}
