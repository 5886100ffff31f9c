package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.conflicts.Suggestion.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a person will likely choose, where that can be told.
final class Suggestions {

    private Suggestions() {}

    /// For a field by itself.
    static Optional<Suggestion> of(
            FieldKind kind, ThreeValues values, List<Hunk> hunks, Party later) {
        for (var party : Party.values()) {
            if (contains(values.of(party), values.of(party.other()))) {
                return Optional.of(new Suggestion(whole(party), Why.CONTAINS_THE_OTHER));
            }
        }
        // a name or a number of one line is one thing: two of them in it would be wrong
        if (kind == FieldKind.LONG_TEXT
                && hunks.stream().anyMatch(Hunk.Differ.class::isInstance)
                && hunks.stream().allMatch(Suggestions::isKeptOrAdded)
                && hunks.stream().noneMatch(Suggestions::isAddedTwice)) {
            return Optional.of(new Suggestion(Choice.Whole.BOTH, Why.BOTH_ADDED));
        }
        return newer(later);
    }

    /// For what stands or falls together.
    static Optional<Suggestion> newer(Party later) {
        return Optional.of(new Suggestion(whole(later), Why.NEWER));
    }

    private static boolean isKeptOrAdded(Hunk hunk) {
        return hunk instanceof Hunk.Stable || hunk.base().isBlank();
    }

    /// Whether both wrote a line of it, so that both one after the other would have it twice.
    private static boolean isAddedTwice(Hunk hunk) {
        var theirs = lines(hunk.theirs());
        return hunk instanceof Hunk.Differ
                && lines(hunk.mine()).stream().anyMatch(theirs::contains);
    }

    private static Set<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toSet());
    }

    private static boolean contains(@Nullable FieldValue whole, @Nullable FieldValue part) {
        if (whole instanceof FieldValue.Choices(var all)
                && part instanceof FieldValue.Choices(var some)) {
            return all.containsAll(some);
        }
        return whole instanceof FieldValue.Text(var text)
                && part instanceof FieldValue.Text(var inside)
                && text.contains(inside);
    }

    private static Choice.Whole whole(Party party) {
        return party == Party.MINE ? Choice.Whole.MINE : Choice.Whole.THEIRS;
    }
}
