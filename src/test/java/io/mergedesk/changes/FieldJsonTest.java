package io.mergedesk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
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
}
