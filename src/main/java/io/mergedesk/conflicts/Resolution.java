package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A merge with nothing left open: what every touched field became, and who decided that.
///
/// @param deleted whether the entity is deleted afterwards
public record Resolution(boolean deleted, SortedMap<FieldName, Decided> fields) {

    /// One field. Null is "no value".
    ///
    /// @param rule what was decided without asking, or that it was contested
    /// @param choice what a person decided; empty where the rule stands
    public record Decided(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            @Nullable FieldValue chosen,
            Rule rule,
            Optional<Choice> choice) {}

    /// What came of applying decisions to a merge.
    public sealed interface Outcome {
        record Complete(Resolution resolution) implements Outcome {}

        /// Still to be decided.
        ///
        /// @param entity whether it is kept or deleted
        record Open(boolean entity, SortedSet<FieldName> fields) implements Outcome {
            public Open {
                fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
            }
        }

        /// Decisions that cannot be: what was expected instead, by field.
        record Unfit(SortedMap<FieldName, String> expectations) implements Outcome {
            public Unfit {
                expectations = Collections.unmodifiableSortedMap(new TreeMap<>(expectations));
            }
        }
    }

    public Resolution {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// What is left to apply to what is there now.
    public Patch patch() {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        fields.forEach((field, decided) -> {
            if (!Objects.equals(decided.chosen(), decided.theirs())) {
                patch.put(field, Optional.ofNullable(decided.chosen()));
            }
        });
        return new Patch(patch);
    }

    public static Outcome of(Merge merge, Decisions decisions) {
        return new Resolving(merge, decisions).run();
    }
}
