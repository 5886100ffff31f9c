package io.mergedesk.changes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a field holds, and with it how its values are read, compared and merged.
public enum FieldKind {
    TEXT("text"),
    LONG_TEXT("long-text"),
    NUMBER("number"),
    MONEY("money"),
    DATE("date"),
    DATE_TIME("date-time"),
    YES_NO("yes-no"),
    CHOICE("choice"),
    CHOICES("choices"),
    EMAIL("email"),
    URL("url"),
    REFERENCE("reference"),
    PERSON("person");

    private final String wireName;

    FieldKind(String wireName) {
        this.wireName = wireName;
    }

    /// The form used in the API and in tables, such as `long-text`.
    public String wireName() {
        return wireName;
    }

    /// The kind of that wire name, in any case and with `_` or `-`; empty when there is none.
    public static Optional<FieldKind> parse(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wanted)).findFirst();
    }

    /// All wire names, for messages that say what was expected.
    public static String wireNames() {
        return Arrays.stream(values()).map(FieldKind::wireName).collect(Collectors.joining(", "));
    }

    /// Whether a list can be sorted by such a field.
    public boolean isSortable() {
        return this != LONG_TEXT && this != CHOICES && this != REFERENCE;
    }

    /// Whether its words are found by a search.
    public boolean isSearchable() {
        return switch (this) {
            case TEXT, LONG_TEXT, CHOICE, CHOICES, EMAIL, URL, PERSON -> true;
            case NUMBER, MONEY, DATE, DATE_TIME, YES_NO, REFERENCE -> false;
        };
    }
}
