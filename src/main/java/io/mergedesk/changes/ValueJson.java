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

    /// `{"erased":true}` stands for a value of any kind that was erased.
    private static final String ERASED = "erased";

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
            case FieldValue.Erased _ -> {
                json.writeStartObject();
                json.writeBooleanProperty(ERASED, true);
                json.writeEndObject();
            }
        }
    }

    static @Nullable FieldValue read(JsonParser json, FieldKind kind) {
        var token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.START_OBJECT) {
            return object(json);
        }
        return switch (kind) {
            case NUMBER -> new FieldValue.Decimal(json.getDecimalValue());
            case YES_NO -> new FieldValue.YesNo(token == JsonToken.VALUE_TRUE);
            case MONEY -> throw new IllegalStateException("a stored amount is " + token);
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

    /// Money, or what is left of a value that was erased.
    private static FieldValue object(JsonParser json) {
        var amount = BigDecimal.ZERO;
        var currency = "XXX";
        boolean erased = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals(ERASED)) {
                erased = true;
            } else if (name.equals("amount")) {
                amount = json.getDecimalValue();
            } else {
                currency = json.getString();
            }
        }
        return erased
                ? new FieldValue.Erased()
                : new FieldValue.Money(amount, Currency.getInstance(currency));
    }

    private static FieldValue choices(JsonParser json) {
        var chosen = new TreeSet<String>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            chosen.add(json.getString());
        }
        return new FieldValue.Choices(chosen);
    }
}
