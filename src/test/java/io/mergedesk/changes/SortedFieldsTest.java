package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.common.FieldName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedFieldsTest {

    private static final FieldName A = new FieldName("a");
    private static final FieldName B = new FieldName("b");
    private static final FieldName C = new FieldName("c");

    private static FieldValue value(String text) {
        return new FieldValue.Text(text);
    }

    private static final SortedFields TWO =
            SortedFields.of(List.of(A, C), List.of(value("1"), value("3")));

    @Test
    void it_is_the_map_a_tree_would_be() {
        var tree = new TreeMap<FieldName, FieldValue>();
        tree.put(C, value("3"));
        tree.put(A, value("1"));

        assertThat(TWO).isEqualTo(tree).hasSameHashCodeAs(tree).hasToString(tree.toString());
        assertThat(SortedFields.copyOf(tree)).isEqualTo(tree);
        assertThat(tree).isEqualTo(TWO);
        assertThat(new TreeMap<>(TWO)).isEqualTo(tree);
        assertThat(TWO.firstKey()).isEqualTo(A);
        assertThat(TWO.lastKey()).isEqualTo(C);
        assertThat(TWO.comparator()).isNull();
        assertThat(TWO.subMap(A, C)).containsOnlyKeys(A);
        assertThat(TWO.headMap(B)).containsOnlyKeys(A);
        assertThat(TWO.tailMap(B)).containsOnlyKeys(C);
    }

    @Test
    void values_are_found_by_name_only() {
        assertThat(TWO.get(A)).isEqualTo(value("1"));
        assertThat(TWO.get(B)).isNull();
        assertThat(((java.util.Map<?, ?>) TWO).containsKey((Object) "a")).isFalse();
        assertThat(TWO.containsKey(C)).isTrue();
        assertThat(TWO.containsKey(B)).isFalse();
    }

    @Test
    void names_out_of_order_are_sorted_and_the_last_of_two_counts() {
        var sorted = SortedFields.of(List.of(C, A, C), List.of(value("x"), value("1"), value("3")));

        assertThat(sorted).isEqualTo(TWO);
        assertThat(SortedFields.of(List.of(A, A), List.of(value("x"), value("1"))))
                .containsExactly(java.util.Map.entry(A, value("1")));
        var backwards = new TreeMap<FieldName, FieldValue>(Comparator.reverseOrder());
        backwards.putAll(TWO);
        assertThat(SortedFields.copyOf(backwards).firstKey()).isEqualTo(A);
    }

    @Test
    void all_are_walked_in_order() {
        var walked = new LinkedHashMap<FieldName, FieldValue>();
        TWO.forEach(walked::put);

        assertThat(List.copyOf(walked.keySet())).containsExactly(A, C);
        assertThat(new ArrayList<>(TWO.keySet())).containsExactly(A, C);
        assertThat(SortedFields.copyOf(TWO)).isSameAs(TWO);
    }

    @Test
    void it_never_changes_and_ends_where_it_ends() {
        var none = SortedFields.of(List.of(), List.of());
        var entries = none.entrySet().iterator();

        assertThatThrownBy(() -> TWO.put(B, value("2")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> TWO.remove(A)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(none::firstKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(none::lastKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
    }
}
