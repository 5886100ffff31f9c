package io.mergedesk.api;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter;
import io.mergedesk.entities.Filter.Operator;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Reads a filter of a list: `field:operator:value`, short `field:value` for equality, and
/// `field:empty` or `field:present`.
///
/// What stands between two colons is an operator when it is all letters. A value with such a
/// beginning, as `https:` has, needs the operator before it: `website:eq:https://example.org`.
final class SentFilter {

    private static final String OPERATORS =
            Arrays.stream(Operator.values())
                    .map(Operator::wireName)
                    .collect(Collectors.joining(", "));

    private SentFilter() {}

    /// @throws RejectedRequest that says what is wrong with it
    static Filter read(EntityType type, String text) {
        var parts = text.split(":", 3);
        if (parts.length < 2) {
            throw refused(text, "expected field:operator:value or field:value");
        }
        var field = field(type, parts[0], text);
        if (parts.length == 3 && parts[1].matches("\\p{Alpha}+")) {
            return filter(field, operator(field, parts[1], text), parts[2], text);
        }
        var bare = Operator.parse(parts[1]).filter(operator -> !operator.needsValue());
        return parts.length == 2 && bare.isPresent()
                ? new Filter(field.name(), bare.get(), null)
                : filter(field, Operator.EQ, text.substring(parts[0].length() + 1), text);
    }

    private static FieldDefinition field(EntityType type, String name, String text) {
        var found =
                type.fields().stream()
                        .filter(field -> field.name().value().equals(name))
                        .findAny()
                        .orElseThrow(() ->
                                refused(
                                        text,
                                        "there is no field '"
                                                + name
                                                + "': expected one of "
                                                + names(type)));
        if (found.kind() == FieldKind.LONG_TEXT) {
            throw refused(text, "the field '" + name + "' is long text: search its words with q");
        }
        return found;
    }

    private static Operator operator(FieldDefinition field, String name, String text) {
        return Operator.parse(name)
                .orElseThrow(() ->
                        refused(
                                text,
                                "there is no operator '"
                                        + name
                                        + "': expected one of "
                                        + OPERATORS
                                        + "; if it is part of the value write "
                                        + field.name()
                                        + ":eq:"
                                        + text.substring(field.name().value().length() + 1)));
    }

    private static Filter filter(
            FieldDefinition field, Operator operator, String value, String text) {
        if (!operator.needsValue()) {
            if (!value.isBlank()) {
                throw refused(text, "expected no value after " + operator.wireName());
            }
            return new Filter(field.name(), operator, null);
        }
        if (value.isBlank()) {
            throw refused(
                    text,
                    "expected a value; for entities without one write " + field.name() + ":empty");
        }
        if (isText(field.kind())) {
            return new Filter(field.name(), operator, new FieldValue.Text(value.strip()));
        }
        if (operator == Operator.STARTS) {
            throw refused(text, "expected another operator: only texts start with something");
        }
        return switch (SentValue.text(field.kind(), value)) {
            case Reading.Value(var read) -> new Filter(field.name(), operator, read);
            case Reading.Nothing _ -> throw refused(text, "expected a value");
            case Reading.Wrong(var expectation) ->
                    throw refused(text, "expected " + expectation + ", got '" + value + "'");
        };
    }

    /// Texts compare with any text, such as the beginning of an address.
    private static boolean isText(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, CHOICE, CHOICES, EMAIL, URL, PERSON -> true;
            case NUMBER, MONEY, DATE, DATE_TIME, YES_NO, REFERENCE -> false;
        };
    }

    private static String names(EntityType type) {
        return type.fields().stream()
                .map(field -> field.name().value())
                .collect(Collectors.joining(", "));
    }

    private static RejectedRequest refused(String text, String expected) {
        return Problem.badRequest("filter", "'" + text + "': " + expected).rejected();
    }
}
