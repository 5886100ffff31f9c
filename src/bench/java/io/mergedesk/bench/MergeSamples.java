package io.mergedesk.bench;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.FieldPolicy;
import io.mergedesk.conflicts.MergePolicy;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// Entities of a given number of fields of all kinds, each edited twice: a tenth of the fields by
/// one, a tenth by the other, and every fourth time one field by both.
record MergeSamples(MergePolicy policy, FieldKinds kinds, List<Sample> samples) {

    /// The three contents as tables keep them.
    record Sample(String base, String theirs, String mine) {}

    private static final int COUNT = 512;
    private static final List<FieldKind> KINDS =
            List.of(
                    FieldKind.TEXT,
                    FieldKind.TEXT,
                    FieldKind.CHOICE,
                    FieldKind.NUMBER,
                    FieldKind.DATE,
                    FieldKind.EMAIL,
                    FieldKind.TEXT,
                    FieldKind.YES_NO,
                    FieldKind.CHOICES,
                    FieldKind.LONG_TEXT);

    static MergeSamples of(int fields) {
        var kinds = new TreeMap<FieldName, FieldKind>();
        var policies = new HashMap<FieldName, FieldPolicy>();
        for (int i = 0; i < fields; i++) {
            var kind = KINDS.get(i % KINDS.size());
            var name = new FieldName("field" + i);
            kinds.put(name, kind);
            policies.put(name, FieldPolicy.of(kind, MergeStrategy.FIELD_LEVEL_MERGE));
        }
        var random = RandomGenerator.of("L64X128MixRandom");
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < COUNT; i++) {
            samples.add(sample(kinds, i % 4 == 0, random));
        }
        return new MergeSamples(
                new MergePolicy(MergeStrategy.FIELD_LEVEL_MERGE, Strictness.VALUE, policies),
                new FieldKinds(kinds, _ -> FieldKind.TEXT),
                samples);
    }

    private static Sample sample(
            Map<FieldName, FieldKind> kinds, boolean meet, RandomGenerator random) {
        var base = new TreeMap<FieldName, FieldValue>();
        kinds.forEach((field, kind) -> base.put(field, value(kind, random.nextInt(1_000))));
        var theirs = new TreeMap<>(base);
        var mine = new TreeMap<>(base);
        var names = List.copyOf(kinds.keySet());
        int edits = names.size() / 10;
        for (int i = 0; i < edits; i++) {
            var one = names.get(2 * i);
            var other = names.get(2 * i + (meet && i == 0 ? 0 : 1));
            theirs.put(one, value(kinds.get(one), 1_000 + random.nextInt(1_000)));
            mine.put(other, value(kinds.get(other), 2_000 + random.nextInt(1_000)));
        }
        return new Sample(json(base), json(theirs), json(mine));
    }

    private static String json(TreeMap<FieldName, FieldValue> values) {
        return FieldJson.write(new FieldValues(values));
    }

    private static FieldValue value(@org.jspecify.annotations.Nullable FieldKind kind, int number) {
        var typed =
                switch (java.util.Objects.requireNonNull(kind)) {
                    case NUMBER -> "" + number / 4.0;
                    case DATE -> "20%02d-01-%02d".formatted(number % 90 + 10, number % 28 + 1);
                    case YES_NO -> number % 2 == 0 ? "yes" : "no";
                    case EMAIL -> "person" + number + "@example.org";
                    case CHOICES -> "a" + number % 7 + "; b" + number % 5;
                    case LONG_TEXT -> "Ring twice, ask for " + number + " at the gate.";
                    default -> "value " + number;
                };
        return switch (FieldText.read(kind, typed)) {
            case Reading.Value(var value) -> value;
            case Reading.Nothing _, Reading.Wrong _ -> throw new IllegalStateException(typed);
        };
    }
}
