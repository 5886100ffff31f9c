package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Meaning;
import io.mergedesk.common.FieldName;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// One field on the way into a merge: the three values it has. Null is "no value".
record ThreeValues(
        @Nullable FieldValue base, @Nullable FieldValue theirs, @Nullable FieldValue mine) {

    /// The fields whose three values are not one and the same. Walks the three contents once, side
    /// by side, as all are in the order of the names.
    static SortedMap<FieldName, ThreeValues> touched(
            FieldValues base, FieldValues theirs, FieldValues mine) {
        var touched = new TreeMap<FieldName, ThreeValues>();
        var bases = new Walk(base);
        var others = new Walk(theirs);
        var own = new Walk(mine);
        while (true) {
            var field = first(first(bases.field, others.field), own.field);
            if (field == null) {
                return touched;
            }
            var values = new ThreeValues(bases.take(field), others.take(field), own.take(field));
            if (!Objects.equals(values.base, values.theirs)
                    || !Objects.equals(values.base, values.mine)) {
                touched.put(field, values);
            }
        }
    }

    private static @Nullable FieldName first(@Nullable FieldName one, @Nullable FieldName two) {
        if (one == null || two == null) {
            return one == null ? two : one;
        }
        return one.compareTo(two) <= 0 ? one : two;
    }

    private static final class Walk {

        private final Iterator<Map.Entry<FieldName, FieldValue>> entries;
        private @Nullable FieldName field;
        private @Nullable FieldValue value;

        Walk(FieldValues values) {
            entries = values.byName().entrySet().iterator();
            advance();
        }

        private void advance() {
            if (entries.hasNext()) {
                var entry = entries.next();
                field = entry.getKey();
                value = entry.getValue();
            } else {
                field = null;
                value = null;
            }
        }

        @Nullable FieldValue take(FieldName wanted) {
            if (!wanted.equals(field)) {
                return null;
            }
            var taken = value;
            advance();
            return taken;
        }
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
