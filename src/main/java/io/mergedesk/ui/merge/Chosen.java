package io.mergedesk.ui.merge;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityOutcome;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.Resolution;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What single fields become, while others are still open.
final class Chosen {

    /// A value that is decided; null is "no value".
    record Value(@Nullable FieldValue value) {}

    private Chosen() {}

    /// What these decisions make of a field; empty while it is open.
    static Optional<Value> of(Merge merge, Decisions decisions, FieldName field) {
        return switch (resolve(merge, decisions, field)) {
            case Resolution.Outcome.Complete(var resolution) -> {
                var decided = resolution.fields().get(field);
                yield Optional.of(
                        new Value(decided == null ? merge.of(field).result() : decided.chosen()));
            }
            case Resolution.Outcome.Open _, Resolution.Outcome.Unfit _ -> Optional.empty();
        };
    }

    /// What this choice would make of a field; empty where it cannot be chosen.
    static Optional<Value> by(Merge merge, FieldName field, Choice choice) {
        return of(merge, Decisions.NONE.with(field, choice), field);
    }

    /// Whether the field can be decided so, though it may leave runs of a text open.
    static boolean fits(Merge merge, FieldName field, Choice choice) {
        return !(resolve(merge, Decisions.NONE.with(field, choice), field)
                instanceof Resolution.Outcome.Unfit);
    }

    private static Resolution.Outcome resolve(Merge merge, Decisions decisions, FieldName field) {
        var alone = Decisions.NONE;
        var choice = decisions.fields().get(field);
        if (choice != null) {
            alone = alone.with(field, choice);
        }
        return Resolution.of(only(merge, field), alone);
    }

    private static Merge only(Merge merge, FieldName field) {
        SortedMap<FieldName, io.mergedesk.conflicts.FieldOutcome> one = new TreeMap<>();
        one.put(field, merge.of(field));
        return new Merge(
                merge.base(),
                merge.theirs(),
                merge.mine(),
                merge.policy(),
                new EntityOutcome.Unchanged(false),
                one);
    }
}
