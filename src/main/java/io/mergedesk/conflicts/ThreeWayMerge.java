package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Joins an edit with what others did since its author read the entity, field by field.
///
/// A field that only one side changed is taken from that side. Both to the same value is no
/// conflict, since values have one normal form. A field that both changed differently is a
/// [Contest].
public final class ThreeWayMerge {

    private ThreeWayMerge() {}

    /// Joins two sides that have both seen the base, by the policy of their type.
    ///
    /// The same wherever it is done: swapping the sides swaps the labels in the answer, nothing
    /// else.
    public static Merge merge(Base base, Side theirs, Side mine, MergePolicy policy) {
        return new EntityMerge(base, theirs, mine, policy).run();
    }

    /// @param base what the author of the edit had read
    /// @param theirs what is current now
    /// @param mine what the author wants to set and clear
    public static MergeResult merge(FieldValues base, FieldValues theirs, Patch mine) {
        var remaining = new TreeMap<FieldName, Optional<FieldValue>>();
        var contests = new TreeMap<FieldName, Contest>();
        mine.byName()
                .forEach((field, wanted) -> {
                    var before = base.get(field);
                    var current = theirs.get(field);
                    var want = wanted.orElse(null);
                    boolean iChanged = !Objects.equals(before, want);
                    boolean theyChanged = !Objects.equals(before, current);
                    if (!iChanged || Objects.equals(current, want)) {
                        return;
                    }
                    if (theyChanged) {
                        contests.put(field, new Contest(before, current, want));
                    } else {
                        remaining.put(field, wanted);
                    }
                });
        return contests.isEmpty()
                ? new MergeResult.Joined(new Patch(remaining))
                : new MergeResult.Contested(contests);
    }
}
