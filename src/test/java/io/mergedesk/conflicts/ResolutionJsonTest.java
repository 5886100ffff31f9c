package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.BY_FIELD;
import static io.mergedesk.conflicts.MergeWorld.field;
import static io.mergedesk.conflicts.MergeWorld.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.FieldKinds;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Choice.Whole;
import io.mergedesk.conflicts.Resolution.Decided;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What tables and the trail keep of decisions, byte for byte.
class ResolutionJsonTest {

    private static final FieldKinds KINDS =
            new FieldKinds(Map.of(), name -> BY_FIELD.of(name).kind());

    static Stream<Choice> choices() {
        return Stream.of(
                Whole.MINE,
                Whole.THEIRS,
                Whole.BASE,
                Whole.BOTH,
                new Choice.Value(value("text", "of my own")),
                new Choice.Value(null),
                Choice.Hunks.NONE,
                Choice.Hunks.of(
                        Map.of(
                                0, HunkChoice.BASE,
                                1, HunkChoice.THEIRS,
                                2, HunkChoice.MINE,
                                3, HunkChoice.THEIRS_THEN_MINE,
                                11, HunkChoice.MINE_THEN_THEIRS)));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void every_choice_comes_back_as_it_was_between_other_fields(Choice choice) {
        var resolution =
                resolution(
                        false,
                        "number",
                        decided("number", "1", "2", "3", "3", Optional.of(Whole.MINE)),
                        "text",
                        decided("text", "a", "b", "c", "d", Optional.of(choice)),
                        "url",
                        decided("url", "https://a.example", "", "", "", Optional.empty()));

        assertThat(ResolutionJson.read(ResolutionJson.write(resolution), KINDS))
                .isEqualTo(resolution);
    }

    @Test
    void a_value_of_ones_own_is_read_as_its_field_is() {
        var resolution =
                resolution(
                        false,
                        "choices",
                        decided(
                                "choices",
                                "a",
                                "b",
                                "",
                                "a;b",
                                Optional.of(new Choice.Value(value("choices", "a;b")))),
                        "money",
                        decided(
                                "money",
                                "1 EUR",
                                "2 EUR",
                                "3 EUR",
                                "4 EUR",
                                Optional.of(new Choice.Value(value("money", "4 EUR")))));

        assertThat(ResolutionJson.read(ResolutionJson.write(resolution), KINDS))
                .isEqualTo(resolution);
    }

    @Test
    void a_deletion_and_one_that_says_nothing_come_back() {
        var deleted = new Resolution(true, new TreeMap<>());
        var nothing = new Resolution(false, new TreeMap<>());

        assertThat(ResolutionJson.read(ResolutionJson.write(deleted), KINDS)).isEqualTo(deleted);
        assertThat(ResolutionJson.read(ResolutionJson.write(nothing), KINDS)).isEqualTo(nothing);
    }

    @Test
    void the_stored_form_never_changes() {
        var resolution =
                resolution(
                        true,
                        "number",
                        decided("number", "1", "", "3", "1", Optional.of(Whole.BASE)),
                        "text",
                        decided(
                                "text",
                                "a",
                                "b",
                                "c",
                                "",
                                Optional.of(
                                        Choice.Hunks.of(Map.of(2, HunkChoice.THEIRS_THEN_MINE)))),
                        "url",
                        decided(
                                "url",
                                "",
                                "",
                                "",
                                "https://a.example",
                                Optional.of(new Choice.Value(value("url", "https://a.example")))));

        assertThat(ResolutionJson.write(resolution))
                .isEqualTo(
                        """
                        {"deleted":true,"fields":{\
                        "number":{"base":1,"theirs":null,"mine":3,"chosen":1,"rule":"contested","choice":"base"},\
                        "text":{"base":"a","theirs":"b","mine":"c","chosen":null,"rule":"contested",\
                        "choice":{"hunks":{"2":"theirs-then-mine"}}},\
                        "url":{"base":null,"theirs":null,"mine":null,"chosen":"https://a.example","rule":"contested",\
                        "choice":{"value":"https://a.example"}}}}\
                        """);
    }

    @Test
    void what_a_rule_decided_has_no_choice() {
        var resolution =
                resolution(false, "text", decided("text", "a", "b", "a", "b", Optional.empty()));

        assertThat(ResolutionJson.write(resolution)).doesNotContain("choice");
        assertThat(ResolutionJson.read(ResolutionJson.write(resolution), KINDS).fields())
                .hasEntrySatisfying(
                        field("text"), decided -> assertThat(decided.choice()).isEmpty());
    }

    @Test
    void words_that_nobody_wrote_are_not_taken_for_a_decision() {
        var written =
                ResolutionJson.write(
                        resolution(
                                false,
                                "text",
                                decided("text", "a", "b", "c", "b", Optional.of(Whole.THEIRS))));

        assertThatThrownBy(() ->
                        ResolutionJson.read(
                                written.replace("\"choice\":\"theirs\"", "\"choice\":\"ours\""),
                                KINDS))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> ResolutionJson.read(written.replace("contested", "luck"), KINDS))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static Decided decided(
            String field,
            String base,
            String theirs,
            String mine,
            String chosen,
            Optional<Choice> choice) {
        return new Decided(
                value(field, base),
                value(field, theirs),
                value(field, mine),
                value(field, chosen),
                choice.isPresent() ? Rule.CONTESTED : Rule.THEIRS_ONLY,
                choice);
    }

    private static Resolution resolution(boolean deleted, Object... fieldsAndDecided) {
        var fields = new TreeMap<FieldName, Decided>();
        for (int i = 0; i < fieldsAndDecided.length; i += 2) {
            fields.put(field((String) fieldsAndDecided[i]), (Decided) fieldsAndDecided[i + 1]);
        }
        return new Resolution(deleted, fields);
    }
}
