package io.mergedesk.api;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldRules;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the value of a field that somebody sent, by the kind of the field.
///
/// Numbers may come as numbers or as text, money as an object or as text, yes/no as a boolean or as
/// text, choices as an array or as text; everything else is text. Null and empty text clear.
final class SentValue {

    /// More digits or a larger exponent is no value of ours, and costly to even look at.
    private static final int MAX_DIGITS = 64;

    private SentValue() {}

    static Reading read(FieldKind kind, JsonNode sent) {
        if (sent.isNull()) {
            return new Reading.Nothing();
        }
        if (sent.isString()) {
            return text(kind, sent.stringValue());
        }
        if (kind == FieldKind.CHOICES && sent.isArray() && sent.isEmpty()) {
            return new Reading.Nothing();
        }
        var value =
                switch (kind) {
                    case NUMBER -> sent.isNumber() ? number(sent) : null;
                    case MONEY -> money(sent);
                    case YES_NO ->
                            sent.isBoolean() ? new FieldValue.YesNo(sent.booleanValue()) : null;
                    case CHOICES -> choices(sent);
                    case TEXT, LONG_TEXT, CHOICE, EMAIL, URL, DATE, DATE_TIME, REFERENCE, PERSON ->
                            null;
                };
        return value == null
                ? new Reading.Wrong(FieldRules.expectation(kind))
                : checked(kind, value);
    }

    /// A value that came as text.
    static Reading text(FieldKind kind, String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return new Reading.Wrong("text that is valid Unicode");
        }
        boolean huge =
                switch (kind) {
                    case NUMBER -> isHuge(text.strip());
                    case MONEY -> isHuge(text.strip().split(" ", 2)[0]);
                    default -> false;
                };
        return huge ? new Reading.Wrong(FieldRules.expectation(kind)) : FieldText.read(kind, text);
    }

    private static Reading checked(FieldKind kind, FieldValue value) {
        return FieldRules.problemOf(kind, value)
                .<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> new Reading.Value(value));
    }

    private static @Nullable FieldValue number(JsonNode sent) {
        var number = sent.decimalValue();
        return isHuge(number) ? null : new FieldValue.Decimal(number);
    }

    private static @Nullable FieldValue money(JsonNode sent) {
        var amount = sent.get("amount");
        var currency = sent.get("currency");
        if (amount == null || currency == null || sent.size() != 2 || !currency.isString()) {
            return null;
        }
        var digits =
                amount.isNumber() && !isHuge(amount.decimalValue())
                        ? amount.decimalValue().toPlainString()
                        : amount.stringValue("");
        return text(FieldKind.MONEY, digits + " " + currency.stringValue())
                        instanceof Reading.Value(var value)
                ? value
                : null;
    }

    private static @Nullable FieldValue choices(JsonNode sent) {
        var chosen = new TreeSet<String>();
        for (var one : sent) {
            if (!one.isString() || one.stringValue().isBlank()) {
                return null;
            }
            chosen.add(one.stringValue().strip());
        }
        return chosen.isEmpty() || !sent.isArray() ? null : new FieldValue.Choices(chosen);
    }

    private static boolean isHuge(String digits) {
        try {
            return digits.length() > MAX_DIGITS || isHuge(new BigDecimal(digits));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isHuge(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS;
    }
}
