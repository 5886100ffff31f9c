package io.mergedesk.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Names that are kept in tables and sent to programs, so they never change.
class WireNamesTest {

    @Test
    void strategies() {
        assertThat(Arrays.stream(MergeStrategy.values()).map(MergeStrategy::wireName))
                .containsExactly("last-write-wins", "manual", "field-level-merge");
        assertThat(MergeStrategy.parse("manual")).contains(MergeStrategy.MANUAL);
        assertThat(MergeStrategy.parse("Manual")).isEmpty();
    }

    @Test
    void strictness() {
        assertThat(Arrays.stream(Strictness.values()).map(Strictness::wireName))
                .containsExactly("entity", "field", "value");
        assertThat(Strictness.parse("field")).contains(Strictness.FIELD);
        assertThat(Strictness.parse("row")).isEmpty();
    }

    @Test
    void rules() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::wireName))
                .containsExactly(
                        "untouched",
                        "mine-only",
                        "theirs-only",
                        "same",
                        "members",
                        "words",
                        "sum",
                        "newest",
                        "refused",
                        "contested");
    }
}
