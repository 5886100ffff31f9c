package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldJsonTest {

    private static final FieldKinds KINDS = new FieldKinds(Map.of(), FieldJsonTest::kind);

    private static final Map<FieldName, FieldValue> ALL =
            Map.of(
                    new FieldName("text"), new FieldValue.Text("a \"b\"\n</script>\u0000é😀"),
                    new FieldName("number"),
                            new FieldValue.Decimal(
                                    new BigDecimal("1234567890123456789012.000000000001")),
                    new FieldName("money"),
                            new FieldValue.Money(
                                    new BigDecimal("12.5"), Currency.getInstance("EUR")),
                    new FieldName("date"), new FieldValue.Day(LocalDate.parse("2026-01-31")),
                    new FieldName("moment"),
                            new FieldValue.Moment(Instant.parse("2026-01-31T09:00:00.123456Z")),
                    new FieldName("yes"), new FieldValue.YesNo(true),
                    new FieldName("choices"),
                            new FieldValue.Choices(new TreeSet<>(List.of("b", "a"))),
                    new FieldName("reference"),
                            new FieldValue.Reference(
                                    EntityId.parse("019b0000-0000-7000-8000-000000000001")),
                    new FieldName("person"), new FieldValue.Person(new UserId("anna")));

    private static FieldKind kind(FieldName field) {
        return switch (field.value()) {
            case "number" -> FieldKind.NUMBER;
            case "money" -> FieldKind.MONEY;
            case "date" -> FieldKind.DATE;
            case "moment" -> FieldKind.DATE_TIME;
            case "yes" -> FieldKind.YES_NO;
            case "choices" -> FieldKind.CHOICES;
            case "reference" -> FieldKind.REFERENCE;
            case "person" -> FieldKind.PERSON;
            default -> FieldKind.LONG_TEXT;
        };
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was() {
        var values = FieldValues.of(ALL);

        assertThat(FieldJson.read(FieldJson.write(values), KINDS)).isEqualTo(values);
    }

    @Test
    void every_kind_of_change_comes_back_as_it_was() {
        var filled = Diff.between(FieldValues.NONE, FieldValues.of(ALL));
        var cleared = Diff.between(FieldValues.of(ALL), FieldValues.NONE);

        assertThat(FieldJson.readChanges(FieldJson.writeChanges(filled), KINDS)).isEqualTo(filled);
        assertThat(FieldJson.readChanges(FieldJson.writeChanges(cleared), KINDS))
                .isEqualTo(cleared);
    }

    @Test
    void the_stored_form_never_changes() {
        var values =
                FieldValues.of(
                        Map.of(
                                new FieldName("money"),
                                        new FieldValue.Money(
                                                new BigDecimal("12.5"),
                                                Currency.getInstance("EUR")),
                                new FieldName("number"),
                                        new FieldValue.Decimal(new BigDecimal("1.50")),
                                new FieldName("yes"), new FieldValue.YesNo(false)));

        assertThat(FieldJson.write(values))
                .isEqualTo(
                        "{\"money\":{\"amount\":12.50,\"currency\":\"EUR\"},\"number\":1.5,\"yes\":false}");
    }

    @Test
    void a_patch_comes_back_with_what_it_sets_and_what_it_clears() {
        var sets = new HashMap<FieldName, Optional<FieldValue>>();
        ALL.forEach((field, value) -> sets.put(field, Optional.of(value)));
        sets.put(new FieldName("cleared"), Optional.empty());
        var patch = Patch.of(sets);

        assertThat(FieldJson.readPatch(FieldJson.writePatch(patch), KINDS)).isEqualTo(patch);
        assertThat(
                        FieldJson.writePatch(
                                Patch.of(
                                        Map.of(
                                                new FieldName("a"),
                                                Optional.empty(),
                                                new FieldName("number"),
                                                Optional.of(
                                                        new FieldValue.Decimal(
                                                                new BigDecimal("1.50")))))))
                .isEqualTo("{\"a\":null,\"number\":1.5}");
    }

    @Test
    void what_holds_nothing_is_an_empty_object() {
        assertThat(FieldJson.write(FieldValues.NONE)).isEqualTo("{}");
        assertThat(FieldJson.read("{}", KINDS)).isEqualTo(FieldValues.NONE);
        assertThat(FieldJson.readPatch("{}", KINDS)).isEqualTo(Patch.of(Map.of()));
        assertThat(FieldJson.readChanges("{}", KINDS)).isEmpty();
        assertThat(FieldJson.read("{\"number\":null,\"text\":\"a\"}", KINDS))
                .isEqualTo(FieldValues.of(Map.of(new FieldName("text"), new FieldValue.Text("a"))));
    }

    @Test
    void changes_are_pairs_of_before_and_after() {
        var number = new FieldValue.Decimal(BigDecimal.ONE);
        var text = new FieldValue.Text("a");
        var changes =
                List.of(
                        FieldChange.of(new FieldName("number"), null, number),
                        FieldChange.of(new FieldName("text"), text, null));

        assertThat(FieldJson.writeChanges(changes))
                .isEqualTo("{\"number\":[null,1],\"text\":[\"a\",null]}");
    }

    @Test
    void one_value_alone_stands_as_it_does_among_others() {
        assertThat(FieldJson.writeValue(new FieldValue.Text("a \"b\"")))
                .isEqualTo("\"a \\\"b\\\"\"");
        assertThat(FieldJson.writeValue(new FieldValue.YesNo(true))).isEqualTo("true");
        assertThat(FieldJson.writeValue(new FieldValue.Choices(new TreeSet<>(List.of("b", "a")))))
                .isEqualTo("[\"a\",\"b\"]");
        assertThat(FieldJson.writeValue(new FieldValue.Erased())).isEqualTo("{\"erased\":true}");
    }

    @Test
    void what_was_erased_comes_back_as_erased_whatever_it_was() {
        var erased = FieldValues.of(Map.of(new FieldName("number"), new FieldValue.Erased()));

        assertThat(FieldJson.read(FieldJson.write(erased), KINDS)).isEqualTo(erased);
    }
}
