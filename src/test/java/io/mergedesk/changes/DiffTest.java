package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DiffTest {

    private static List<FieldValues> smallWorld() {
        var all = new ArrayList<FieldValues>();
        for (int code = 0; code < 27; code++) {
            var values = new TreeMap<FieldName, FieldValue>();
            put(values, "a", code % 3);
            put(values, "b", code / 3 % 3);
            put(values, "c", code / 9);
            all.add(new FieldValues(values));
        }
        return all;
    }

    private static void put(Map<FieldName, FieldValue> values, String field, int value) {
        if (value > 0) {
            values.put(new FieldName(field), new FieldValue.Text("" + value));
        }
    }

    @Test
    void applied_it_leads_there_and_reverted_it_leads_back() {
        for (var before : smallWorld()) {
            for (var after : smallWorld()) {
                var diff = Diff.between(before, after);

                assertThat(Diff.apply(before, diff)).isEqualTo(after);
                assertThat(Diff.revert(after, diff)).isEqualTo(before);
                assertThat(Patch.between(before, after).applyTo(before)).isEqualTo(after);
                assertThat(diff.isEmpty()).isEqualTo(before.equals(after));
                assertThat(diff.stream().map(FieldChange::reversed).toList())
                        .isEqualTo(Diff.between(after, before));
            }
        }
    }
}
