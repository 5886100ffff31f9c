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
    void all_values_of_a_content_can_be_set() {
        var content = FieldValues.of(Map.of(A, ONE));

        assertThat(Patch.setting(content).applyTo(FieldValues.NONE)).isEqualTo(content);
        assertThat(content.find(A)).contains(ONE);
        assertThat(content.isEmpty()).isFalse();
        assertThat(FieldValues.NONE.isEmpty()).isTrue();
    }
}
