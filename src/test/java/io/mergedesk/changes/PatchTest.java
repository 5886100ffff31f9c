package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PatchTest {

    private static final FieldName A = new FieldName("a");
    private static final FieldName B = new FieldName("b");
    private static final FieldName C = new FieldName("c");
    private static final FieldName D = new FieldName("d");
    private static final FieldName E = new FieldName("e");
    private static final FieldValue TWO = new FieldValue.Text("2");
    private static final FieldValue ONE = new FieldValue.Text("1");

    @Test
    void it_sets_and_clears_what_it_names() {
        var patch = Patch.of(Map.of(A, Optional.of(ONE), B, Optional.empty()));

        assertThat(patch.applyTo(FieldValues.of(Map.of(B, ONE))))
                .isEqualTo(FieldValues.of(Map.of(A, ONE)));
        assertThat(patch.fields()).containsExactly(A, B);
        assertThat(patch.without(new TreeSet<>(Set.of(A))).fields()).containsExactly(B);
        assertThat(patch.isEmpty()).isFalse();
        assertThat(Patch.NONE.isEmpty()).isTrue();
    }

    @Test
    void a_field_it_clears_or_sets_anew_keeps_the_order_of_the_names() {
        var patch = Patch.of(Map.of(B, Optional.of(TWO), C, Optional.empty(), E, Optional.of(ONE)));

        var after = patch.applyTo(FieldValues.of(Map.of(A, ONE, B, ONE, C, ONE, D, ONE)));

        assertThat(after).isEqualTo(FieldValues.of(Map.of(A, ONE, B, TWO, D, ONE, E, ONE)));
        assertThat(after.byName().keySet()).containsExactly(A, B, D, E);
        assertThat(patch.applyTo(FieldValues.NONE))
                .isEqualTo(FieldValues.of(Map.of(B, TWO, E, ONE)));
    }

    @Test
    void contents_are_walked_field_by_field() {
        var walk = FieldValues.of(Map.of(A, ONE, C, TWO)).walk();

        assertThat(walk.field()).isEqualTo(A);
        assertThat(walk.take(B)).isNull();
        assertThat(walk.take(A)).isEqualTo(ONE);
        assertThat(walk.field()).isEqualTo(C);
        assertThat(walk.take(C)).isEqualTo(TWO);
        assertThat(walk.field()).isNull();
        assertThat(walk.take(C)).isNull();
    }

    @Test
    void all_values_of_a_content_can_be_set() {
        var content = FieldValues.of(Map.of(A, ONE));

        assertThat(Patch.setting(content).applyTo(FieldValues.NONE)).isEqualTo(content);
        assertThat(content.find(A)).contains(ONE);
        assertThat(content.isEmpty()).isFalse();
        assertThat(FieldValues.NONE.isEmpty()).isTrue();
    }
}
