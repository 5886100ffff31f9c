package io.mergedesk.desk;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.ConflictNow.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A rule applied to one conflict. Fields of a group stand or fall together, as in the merge.
final class RuleDecisions {

    private final ConflictNow now;
    private final SettlingRule rule;
    private final SortedMap<String, List<FieldName>> units = new TreeMap<>();

    RuleDecisions(ConflictNow now, SettlingRule rule) {
        this.now = now;
        this.rule = rule;
        now.merge()
                .contests()
                .forEach((field, contest) ->
                        units.computeIfAbsent(unit(field, contest), _ -> new ArrayList<>())
                                .add(field));
    }

    private String unit(FieldName field, Contest contest) {
        return contest.reason() == Contest.Reason.GROUP
                ? "group " + now.merge().policy().of(field).group().orElse("")
                : "field " + field;
    }

    Decisions decisions() {
        var decisions = Decisions.NONE;
        for (var unit : units.values()) {
            var side = of(unit);
            if (side.isPresent()) {
                for (var field : unit) {
                    decisions = decisions.with(field, choice(side.get()));
                }
            }
        }
        if (now.merge().entity() instanceof EntityOutcome.Contested contested) {
            var side = ofAll();
            if (side.isPresent()) {
                boolean deletes = side.get() == contested.deletedBy();
                decisions = decisions.with(deletes ? EntityChoice.DELETE : EntityChoice.KEEP);
            }
        }
        return decisions;
    }

    /// Whose side the rule takes in each question that is open.
    List<Optional<Party>> sides() {
        var sides = new ArrayList<Optional<Party>>();
        units.values().forEach(unit -> sides.add(of(unit)));
        if (now.merge().entity() instanceof EntityOutcome.Contested) {
            sides.add(ofAll());
        }
        return sides;
    }

    private static Choice choice(Party side) {
        return side == Party.MINE ? Choice.Whole.MINE : Choice.Whole.THEIRS;
    }

    private Optional<Party> of(List<FieldName> unit) {
        var theirs =
                unit.stream().flatMap(field -> Stream.ofNullable(now.theirs().get(field))).toList();
        return of(theirs, latest(theirs));
    }

    /// Where one deleted what the other edited, all that they did counts.
    private Optional<Party> ofAll() {
        var theirs = List.copyOf(now.theirs().values());
        var last = now.merge().theirs().stamp().time().instant();
        return of(theirs, Optional.of(last));
    }

    private Optional<Party> of(List<Written> theirs, Optional<Instant> last) {
        return switch (rule) {
            case SettlingRule.Newest _ -> last.map(this::later);
            case SettlingRule.SideOf(var person) -> sideOf(person, theirs);
            case SettlingRule.MergeAgain _ -> Optional.empty();
            case SettlingRule.Sources sources -> better(sources, theirs);
        };
    }

    /// At the very same time what is there already stays.
    private Party later(Instant theirs) {
        return now.conflict().edit().at().isAfter(theirs) ? Party.MINE : Party.THEIRS;
    }

    private Optional<Party> sideOf(UserId person, List<Written> theirs) {
        if (now.conflict().edit().by().equals(person)) {
            return Optional.of(Party.MINE);
        }
        boolean all =
                theirs.isEmpty()
                        ? now.current().updatedBy().equals(person)
                        : theirs.stream().allMatch(written -> written.by().equals(person));
        return all ? Optional.of(Party.THEIRS) : Optional.empty();
    }

    private Optional<Party> better(SettlingRule.Sources sources, List<Written> theirs) {
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        int mine = sources.rank(now.conflict().edit().origin());
        int best =
                theirs.stream()
                        .mapToInt(written -> sources.rank(written.origin()))
                        .min()
                        .getAsInt();
        return mine == best
                ? Optional.empty()
                : Optional.of(mine < best ? Party.MINE : Party.THEIRS);
    }

    private static Optional<Instant> latest(List<Written> theirs) {
        return theirs.stream().map(Written::at).max(Comparator.naturalOrder());
    }
}
