package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.FieldWalk;
import io.mergedesk.changes.Meaning;
import io.mergedesk.common.FieldName;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One field on the way into a merge: the three values it has. Null is "no value".
record ThreeValues(
        @Nullable FieldValue base, @Nullable FieldValue theirs, @Nullable FieldValue mine) {

    /// The fields whose three values are not one and the same. Walks the three contents once, side
    /// by side, as all are in the order of the names.
    static SortedMap<FieldName, ThreeValues> touched(
            FieldValues base, FieldValues theirs, FieldValues mine) {
        var touched = new TreeMap<FieldName, ThreeValues>();
        var bases = base.walk();
        var others = theirs.walk();
        var own = mine.walk();
        for (var field = next(bases, others, own);
                field != null;
                field = next(bases, others, own)) {
            var values = new ThreeValues(bases.take(field), others.take(field), own.take(field));
            if (!Objects.equals(values.base, values.theirs)
                    || !Objects.equals(values.base, values.mine)) {
                touched.put(field, values);
            }
        }
        return touched;
    }

    private static @Nullable FieldName next(FieldWalk one, FieldWalk two, FieldWalk three) {
        var field = one.field();
        return field != null && field.equals(two.field()) && field.equals(three.field())
                ? field
                : first(first(field, two.field()), three.field());
    }

    private static @Nullable FieldName first(@Nullable FieldName one, @Nullable FieldName two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.compareTo(two) <= 0 ? one : two;
    }

    @Nullable FieldValue of(Party party) {
        return party == Party.MINE ? mine : theirs;
    }

    boolean isChangedBy(Party party) {
        return !Objects.equals(base, of(party));
    }

    /// Whether this side made something of it that means something else.
    boolean isChangedInMeaningBy(Party party, FieldKind kind) {
        return !Meaning.same(kind, base, of(party));
    }

    boolean agree(FieldKind kind) {
        return Meaning.same(kind, theirs, mine);
    }
}
