package io.mergedesk.changes;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a value of each kind must look like, in words that can be shown to the person who typed it.
public final class FieldRules {

    /// Longest texts, in characters.
    public static final int MAX_TEXT = 1_000;

    public static final int MAX_LONG_TEXT = 100_000;

    private static final int MAX_EMAIL = 254;
    private static final int MAX_URL = 2_000;
    private static final int MAX_DIGITS_BEFORE = 22;
    private static final int MAX_DIGITS_AFTER = 24;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\"]{2,}");
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "mailto", "tel");

    private FieldRules() {}

    /// What a field of that kind expects, to follow the word "expected".
    public static String expectation(FieldKind kind) {
        return switch (kind) {
            case TEXT, CHOICE -> "one line of at most 1,000 characters";
            case LONG_TEXT -> "a text of at most 100,000 characters";
            case NUMBER ->
                    "a number like 1234.5, with at most 22 digits before the point and 24 after it";
            case MONEY -> "an amount and a currency like 12.50 EUR";
            case DATE -> "a date like 2026-01-31";
            case DATE_TIME -> "a date and time with its zone like 2026-01-31T09:30:00Z";
            case YES_NO -> "yes or no";
            case CHOICES -> "one or several of the field's choices";
            case EMAIL -> "an e-mail address like name@example.org";
            case URL -> "an address that starts with https://, http://, ftp://, mailto: or tel:";
            case REFERENCE -> "the id of an entity";
            case PERSON -> "the account name of a person";
        };
    }

    /// What is wrong with a value in a field of that kind; empty when nothing is.
    public static Optional<String> problemOf(FieldKind kind, FieldValue value) {
        if (value instanceof FieldValue.Erased) {
            return Optional.of("a value: the old one was erased");
        }
        return fits(kind, value) ? Optional.empty() : Optional.of(expectation(kind));
    }

    private static boolean fits(FieldKind kind, FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> textFits(kind, text);
            case FieldValue.Decimal(var number) -> kind == FieldKind.NUMBER && digitsFit(number);
            case FieldValue.Money(var amount, _) -> kind == FieldKind.MONEY && digitsFit(amount);
            case FieldValue.Day(var date) -> kind == FieldKind.DATE && isUsualYear(date.getYear());
            case FieldValue.Moment(var instant) ->
                    kind == FieldKind.DATE_TIME
                            && isUsualYear(instant.atOffset(java.time.ZoneOffset.UTC).getYear());
            case FieldValue.YesNo _ -> kind == FieldKind.YES_NO;
            case FieldValue.Choices(var chosen) ->
                    kind == FieldKind.CHOICES && chosen.stream().allMatch(FieldRules::isShortLine);
            case FieldValue.Reference _ -> kind == FieldKind.REFERENCE;
            case FieldValue.Person _ -> kind == FieldKind.PERSON;
            case FieldValue.Erased _ -> false;
        };
    }

    private static boolean textFits(FieldKind kind, String text) {
        return switch (kind) {
            case TEXT, CHOICE -> isShortLine(text);
            case LONG_TEXT -> text.length() <= MAX_LONG_TEXT;
            case EMAIL -> text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
            case URL -> text.length() <= MAX_URL && hasUsualScheme(text);
            case NUMBER, MONEY, DATE, DATE_TIME, YES_NO, CHOICES, REFERENCE, PERSON -> false;
        };
    }

    private static boolean isShortLine(String text) {
        return text.length() <= MAX_TEXT && text.indexOf('\n') < 0;
    }

    private static boolean isUsualYear(int year) {
        return year >= 1 && year <= 9999;
    }

    private static boolean digitsFit(BigDecimal number) {
        return number.scale() <= MAX_DIGITS_AFTER
                && number.precision() - number.scale() <= MAX_DIGITS_BEFORE;
    }

    private static boolean hasUsualScheme(String text) {
        try {
            var scheme = new URI(text).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(java.util.Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
