package io.mergedesk.api;

import io.mergedesk.changes.FieldValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Field values in the JSON that goes out: strings, numbers, booleans, arrays of strings; money is
/// an object, and so is what is left of an erased one: `{"erased":true}`.
final class JsonValue {

    record Money(BigDecimal amount, String currency) {}

    record Erased(boolean erased) {}

    private JsonValue() {}

    static Object of(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text;
            case FieldValue.Decimal(var number) -> number;
            case FieldValue.Money(var amount, var currency) ->
                    new Money(amount, currency.getCurrencyCode());
            case FieldValue.Day(var date) -> date.toString();
            case FieldValue.Moment(var instant) -> instant.toString();
            case FieldValue.YesNo(var yes) -> yes;
            case FieldValue.Choices(var chosen) -> chosen;
            case FieldValue.Reference(var entity) -> entity.toString();
            case FieldValue.Person(var person) -> person.value();
            case FieldValue.Erased _ -> new Erased(true);
        };
    }

    static @Nullable Object orNull(@Nullable FieldValue value) {
        return value == null ? null : of(value);
    }
}
