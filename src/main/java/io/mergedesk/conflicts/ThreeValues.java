package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Meaning;
import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.List;
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
        var bases = new Walk(base);
        var others = new Walk(theirs);
        var own = new Walk(mine);
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

    private static @Nullable FieldName next(Walk one, Walk two, Walk three) {
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

    /// One content, field by field.
    private static final class Walk {

        private final List<FieldName> fields = new ArrayList<>();
        private final List<FieldValue> values = new ArrayList<>();
        private int at;

        Walk(FieldValues content) {
            content.byName()
                    .forEach((field, value) -> {
                        fields.add(field);
                        values.add(value);
                    });
        }

        @Nullable FieldName field() {
            return at < fields.size() ? fields.get(at) : null;
        }

        @Nullable FieldValue take(FieldName wanted) {
            return wanted.equals(field()) ? values.get(at++) : null;
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
