package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldRules;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice.HunkChoice;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The value that a choice makes of a field.
sealed interface Chosen {

    record Value(@Nullable FieldValue value) implements Chosen {}

    /// Some disputed runs of the text are left.
    record Open() implements Chosen {}

    /// This cannot be chosen for such a field; says what was expected.
    record Unfit(String expectation) implements Chosen {}

    static Chosen of(FieldName field, Choice choice, Merge merge) {
        var outcome = merge.of(field);
        var kind = merge.policy().of(field).kind();
        var chosen =
                switch (choice) {
                    case Choice.Whole whole -> whole(whole, outcome, merge.hunks(field));
                    case Choice.Value(var value) -> own(kind, value);
                    case Choice.Hunks hunks -> byHunk(hunks, merge.hunks(field));
                };
        return chosen instanceof Value(var value)
                        && outcome instanceof FieldOutcome.Refused
                        && !Objects.equals(value, outcome.result())
                ? new Unfit("a field that may still be written")
                : chosen;
    }

    private static Chosen whole(Choice.Whole whole, FieldOutcome outcome, List<Hunk> hunks) {
        return switch (whole) {
            case MINE -> new Value(outcome.mine());
            case THEIRS -> new Value(outcome.theirs());
            case BASE -> new Value(outcome.base());
            case BOTH -> both(outcome, hunks);
        };
    }

    private static Chosen both(FieldOutcome outcome, List<Hunk> hunks) {
        if (outcome.mine() instanceof FieldValue.Choices(var mine)
                && outcome.theirs() instanceof FieldValue.Choices(var theirs)) {
            var all = new TreeSet<>(mine);
            all.addAll(theirs);
            return new Value(new FieldValue.Choices(all));
        }
        return hunks.isEmpty()
                ? new Unfit("a text or a set, of which both can stand")
                : text(
                        hunks,
                        new Choice.Hunks(Collections.emptySortedMap()),
                        HunkChoice.THEIRS_THEN_MINE);
    }

    private static Chosen own(FieldKind kind, @Nullable FieldValue value) {
        if (value == null) {
            return new Value(null);
        }
        return FieldRules.problemOf(kind, value)
                .<Chosen>map(Unfit::new)
                .orElseGet(() -> new Value(value));
    }

    private static Chosen byHunk(Choice.Hunks choice, List<Hunk> hunks) {
        if (!choice.byPlace().isEmpty()
                && (choice.byPlace().firstKey() < 0
                        || choice.byPlace().lastKey() >= hunks.size())) {
            return new Unfit("runs of a text, from 0 to " + (hunks.size() - 1));
        }
        return text(hunks, choice, null);
    }

    /// @param rest for disputed runs that were not named; null leaves the field open
    private static Chosen text(List<Hunk> hunks, Choice.Hunks choice, @Nullable HunkChoice rest) {
        var text = new StringBuilder();
        for (int i = 0; i < hunks.size(); i++) {
            var hunk = hunks.get(i);
            var chosen =
                    choice.byPlace().getOrDefault(i, hunk instanceof Hunk.Differ ? rest : null);
            if (chosen == null && hunk instanceof Hunk.Differ) {
                return new Open();
            }
            text.append(chosen == null ? hunk.merged() : chosen.of(hunk));
        }
        return new Value(text.toString().isBlank() ? null : new FieldValue.Text(text.toString()));
    }
}
