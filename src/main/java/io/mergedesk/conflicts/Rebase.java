package io.mergedesk.conflicts;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice.HunkChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// A half-made resolution after the entity moved on: what was decided about values that are still
/// the same stays decided, the rest is asked again.
///
/// @param decisions what is kept
/// @param again what was decided about values that have changed since: to be shown beside the new
///   ones
public record Rebase(Decisions decisions, SortedMap<FieldName, Choice> again) {

    public Rebase {
        again = Collections.unmodifiableSortedMap(new TreeMap<>(again));
    }

    /// @param before the merge the decisions were made on
    /// @param now the same edit merged with what is there now
    public static Rebase of(Decisions decisions, Merge before, Merge now) {
        var kept = new TreeMap<FieldName, Choice>();
        var again = new TreeMap<FieldName, Choice>();
        decisions
                .fields()
                .forEach((field, choice) -> {
                    var still = carriedOver(field, choice, before, now);
                    still.ifPresent(one -> kept.put(field, one));
                    if (!still.equals(Optional.of(choice))
                            && !isThere(field, choice, before, now)) {
                        again.put(field, choice);
                    }
                });
        var entity =
                isSameQuestion(before, now) ? decisions.entity() : Optional.<EntityChoice>empty();
        return new Rebase(new Decisions(entity, kept), again);
    }

    private static boolean isSameQuestion(Merge before, Merge now) {
        return before.entity() instanceof EntityOutcome.Contested asked
                && before.entity().equals(now.entity())
                && asked.edited().stream()
                        .allMatch(field -> sameValues(before.of(field), now.of(field)));
    }

    private static Optional<Choice> carriedOver(
            FieldName field, Choice choice, Merge before, Merge now) {
        if (!hasMoved(field, before, now)) {
            return Optional.of(choice);
        }
        if (isThere(field, choice, before, now)) {
            return now.of(field) instanceof Contest
                    ? Optional.of(Choice.Whole.THEIRS)
                    : Optional.empty();
        }
        return choice instanceof Choice.Hunks hunks && now.of(field) instanceof Contest
                ? hunks(hunks, before, now, field)
                : Optional.empty();
    }

    /// A group is decided as one, so it moves as one.
    private static boolean hasMoved(FieldName field, Merge before, Merge now) {
        var group = now.policy().of(field).group();
        if (group.isEmpty()) {
            return !sameValues(before.of(field), now.of(field));
        }
        var all = new TreeSet<>(before.fields().keySet());
        all.addAll(now.fields().keySet());
        return all.stream()
                .filter(other -> now.policy().of(other).group().equals(group))
                .anyMatch(other -> !sameValues(before.of(other), now.of(other)));
    }

    private static boolean sameValues(FieldOutcome one, FieldOutcome other) {
        return Objects.equals(one.base(), other.base())
                && Objects.equals(one.theirs(), other.theirs())
                && Objects.equals(one.mine(), other.mine());
    }

    /// Whether what was chosen is what is there by now.
    private static boolean isThere(FieldName field, Choice choice, Merge before, Merge now) {
        return Chosen.of(field, choice, before) instanceof Chosen.Value(var value)
                && Objects.equals(value, now.of(field).theirs());
    }

    /// Choices for runs that are word for word the same as before.
    private static Optional<Choice> hunks(
            Choice.Hunks choice, Merge before, Merge now, FieldName field) {
        var old = before.hunks(field);
        var left = new ArrayList<>(now.hunks(field));
        var kept = new TreeMap<Integer, HunkChoice>();
        choice.byPlace()
                .forEach((place, one) -> {
                    int same = place < old.size() ? left.indexOf(old.get(place)) : -1;
                    if (same >= 0) {
                        kept.put(same, one);
                        left.set(same, new Hunk.Stable(""));
                    }
                });
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Choice.Hunks(kept));
    }
}
