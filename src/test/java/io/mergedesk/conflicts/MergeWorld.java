package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.SiteId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A type with a field of each kind, and its entities in words. Theirs was written before mine.
final class MergeWorld {

    static final Stamp EARLIER = new Stamp(new HybridTime(1), new SiteId("paris"));
    static final Stamp LATER = new Stamp(new HybridTime(2), new SiteId("lyon"));

    static final MergePolicy BY_FIELD = policy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE);

    private MergeWorld() {}

    /// Fields: one of each kind, named like it; `stock` and `balance` add up; `street` and
    /// `postcode` are a group.
    static MergePolicy policy(MergeStrategy strategy, Strictness strictness) {
        var fields = new HashMap<FieldName, FieldPolicy>();
        for (var kind : FieldKind.values()) {
            fields.put(new FieldName(kind.wireName()), FieldPolicy.of(kind, strategy));
        }
        fields.put(new FieldName("stock"), FieldPolicy.of(FieldKind.NUMBER, strategy).adding());
        fields.put(new FieldName("balance"), FieldPolicy.of(FieldKind.MONEY, strategy).adding());
        for (var half : new String[] {"street", "postcode"}) {
            fields.put(
                    new FieldName(half),
                    FieldPolicy.of(FieldKind.TEXT, strategy).grouped("Address"));
        }
        return new MergePolicy(strategy, strictness, fields);
    }

    static MergePolicy with(MergePolicy policy, String field, FieldPolicy own) {
        var fields = new HashMap<>(policy.fields());
        fields.put(field(field), own);
        return new MergePolicy(policy.strategy(), policy.strictness(), fields);
    }

    static FieldName field(String name) {
        return new FieldName(name);
    }

    /// Read as people type it; an empty text is no value.
    static @Nullable FieldValue value(String field, String typed) {
        if (BY_FIELD.of(field(field)).kind() == FieldKind.TEXT && !typed.isEmpty()) {
            return new FieldValue.Text(typed);
        }
        return switch (FieldText.read(BY_FIELD.of(field(field)).kind(), typed)) {
            case Reading.Value(var value) -> value;
            case Reading.Nothing _ -> null;
            case Reading.Wrong(var expected) ->
                    throw new IllegalArgumentException(typed + ": expected " + expected);
        };
    }

    /// Names and values in turn.
    static FieldValues entity(String... fieldsAndValues) {
        var values = new TreeMap<FieldName, FieldValue>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            var value = value(fieldsAndValues[i], fieldsAndValues[i + 1]);
            if (value != null) {
                values.put(field(fieldsAndValues[i]), value);
            }
        }
        return new FieldValues(values);
    }

    static Side theirs(String... fieldsAndValues) {
        return Side.of(entity(fieldsAndValues), EARLIER);
    }

    static Side mine(String... fieldsAndValues) {
        return Side.of(entity(fieldsAndValues), LATER);
    }

    static Base base(String... fieldsAndValues) {
        return Base.of(entity(fieldsAndValues));
    }

    /// What becomes of one field that was, is now and shall be this.
    static FieldOutcome merge(
            MergePolicy policy, String field, String base, String theirs, String mine) {
        return ThreeWayMerge.merge(
                        base(field, base), theirs(field, theirs), mine(field, mine), policy)
                .of(field(field));
    }

    static Map<FieldName, Bar> bar(String field, Bar bar) {
        return Map.of(field(field), bar);
    }
}
