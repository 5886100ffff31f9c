package io.mergedesk.ui.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTextTest {

    @ParameterizedTest
    @MethodSource
    void every_choice_is_read_back_as_it_was_written(Choice choice) {
        assertThat(ChoiceText.read(FieldKind.LONG_TEXT, ChoiceText.write(choice))).contains(choice);
    }

    static Stream<Choice> every_choice_is_read_back_as_it_was_written() {
        return Stream.concat(
                Stream.of(Choice.Whole.values()),
                Stream.of(
                        new Choice.Value(null),
                        new Choice.Value(new FieldValue.Text("mine\n and value 3=theirs ")),
                        Choice.Hunks.of(
                                Map.of(1, HunkChoice.MINE_THEN_THEIRS, 12, HunkChoice.BASE))));
    }

    @Test
    void its_form_is_pinned() {
        assertThat(ChoiceText.write(Choice.Whole.MINE)).isEqualTo("mine");
        assertThat(ChoiceText.write(new Choice.Value(new FieldValue.Text("555"))))
                .isEqualTo("value 555");
        assertThat(ChoiceText.write(Choice.Hunks.of(Map.of(4, HunkChoice.MINE_THEN_THEIRS))))
                .isEqualTo("hunks 4=mine-then-theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ours", "hunks x=mine", "hunks 1=ours", "hunks =mine", "value x"})
    void what_is_no_choice_is_none(String text) {
        assertThat(ChoiceText.read(FieldKind.NUMBER, text)).isEmpty();
    }
}
