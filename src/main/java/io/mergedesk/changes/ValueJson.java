package io.mergedesk.changes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One stored value as JSON, read back by streaming: this is on the path of every read and write.
final class ValueJson {

    private ValueJson() {}

    static void write(JsonGenerator json, FieldValue value) {
        switch (value) {
            case FieldValue.Text(var text) -> json.writeString(text);
            case FieldValue.Decimal(var number) -> json.writeNumber(number);
            case FieldValue.Money(var amount, var currency) -> {
                json.writeStartObject();
                json.writeName("amount");
                json.writeNumber(amount);
                json.writeName("currency");
                json.writeString(currency.getCurrencyCode());
                json.writeEndObject();
            }
            case FieldValue.Day(var date) -> json.writeString(date.toString());
            case FieldValue.Moment(var instant) -> json.writeString(instant.toString());
            case FieldValue.YesNo(var yes) -> json.writeBoolean(yes);
            case FieldValue.Choices(var chosen) -> {
                json.writeStartArray();
                chosen.forEach(json::writeString);
                json.writeEndArray();
            }
            case FieldValue.Reference(var entity) -> json.writeString(entity.toString());
            case FieldValue.Person(var person) -> json.writeString(person.value());
        }
    }

    static @Nullable FieldValue read(JsonParser json, FieldKind kind) {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (kind) {
            case NUMBER -> new FieldValue.Decimal(json.getDecimalValue());
            case YES_NO -> new FieldValue.YesNo(token == JsonToken.VALUE_TRUE);
            case MONEY -> money(json);
            case CHOICES -> choices(json);
            case TEXT, LONG_TEXT, CHOICE, EMAIL, URL -> new FieldValue.Text(json.getString());
            case DATE -> day(json.getString());
            case DATE_TIME, REFERENCE, PERSON -> scalar(kind, json.getString());
        };
    }

    /// Dates are many, and all look like 2026-01-31.
    private static FieldValue day(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return scalar(FieldKind.DATE, text);
        }
        return new FieldValue.Day(
                LocalDate.of(
                        Integer.parseInt(text, 0, 4, 10),
                        Integer.parseInt(text, 5, 7, 10),
                        Integer.parseInt(text, 8, 10, 10)));
    }

    private static FieldValue scalar(FieldKind kind, String text) {
        return switch (FieldText.read(kind, text)) {
            case Reading.Value(var value) -> value;
            case Reading.Nothing _ ->
                    throw new IllegalStateException("a stored " + kind + " is empty");
            case Reading.Wrong(var expectation) ->
                    throw new IllegalStateException(
                            "a stored value is '" + text + "', expected " + expectation);
        };
    }

    private static FieldValue money(JsonParser json) {
        var amount = BigDecimal.ZERO;
        var currency = "XXX";
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("amount")) {
                amount = json.getDecimalValue();
            } else {
                currency = json.getString();
            }
        }
        return new FieldValue.Money(amount, Currency.getInstance(currency));
    }

    private static FieldValue choices(JsonParser json) {
        var chosen = new TreeSet<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            chosen.add(json.getString());
        }
        return new FieldValue.Choices(chosen);
    }
}
