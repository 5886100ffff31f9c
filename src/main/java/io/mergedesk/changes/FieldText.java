package io.mergedesk.changes;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Values as plain text: how people type them, how CSV files hold them, how exports show them.
public final class FieldText {

    /// What separates several choices in one text.
    public static final String CHOICE_SEPARATOR = ";";

    private static final Set<String> YES = Set.of("true", "yes", "y", "1");
    private static final Set<String> NO = Set.of("false", "no", "n", "0");

    private FieldText() {}

    /// Reads a value of that kind; text of nothing but white space is [Reading.Nothing].
    public static Reading read(FieldKind kind, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Reading.Nothing();
        }
        try {
            var value = parse(kind, kind == FieldKind.LONG_TEXT ? text : stripped);
            var problem = FieldRules.problemOf(kind, value);
            return problem.isPresent()
                    ? new Reading.Wrong(problem.get())
                    : new Reading.Value(value);
        } catch (IllegalArgumentException | DateTimeException _) {
            return new Reading.Wrong(FieldRules.expectation(kind));
        }
    }

    private static FieldValue parse(FieldKind kind, String text) {
        return switch (kind) {
            case TEXT, LONG_TEXT, CHOICE, URL -> new FieldValue.Text(text);
            case EMAIL -> new FieldValue.Text(Meaning.withLowerCaseDomain(text));
            case NUMBER -> new FieldValue.Decimal(decimal(text));
            case MONEY -> money(text);
            case DATE -> new FieldValue.Day(LocalDate.parse(text));
            case DATE_TIME -> new FieldValue.Moment(OffsetDateTime.parse(text).toInstant());
            case YES_NO -> new FieldValue.YesNo(yesNo(text));
            case CHOICES -> choices(text);
            case REFERENCE -> new FieldValue.Reference(EntityId.parse(text));
            case PERSON -> new FieldValue.Person(new UserId(text.toLowerCase(Locale.ROOT)));
        };
    }

    /// The text that [#read] would read back as the same value; `erased` for one that was.
    public static String write(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text;
            case FieldValue.Decimal(var number) -> number.toPlainString();
            case FieldValue.Money(var amount, var currency) ->
                    amount.toPlainString() + " " + currency.getCurrencyCode();
            case FieldValue.Day(var date) -> date.toString();
            case FieldValue.Moment(var instant) -> instant.toString();
            case FieldValue.YesNo(var yes) -> yes ? "yes" : "no";
            case FieldValue.Choices(var chosen) -> String.join(CHOICE_SEPARATOR + " ", chosen);
            case FieldValue.Reference(var entity) -> entity.toString();
            case FieldValue.Person(var person) -> person.value();
            case FieldValue.Erased _ -> "erased";
        };
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 64) {
            throw new IllegalArgumentException("too long");
        }
        return new BigDecimal(text);
    }

    private static FieldValue money(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("no currency");
        }
        return new FieldValue.Money(
                decimal(text.substring(0, space)),
                Currency.getInstance(text.substring(space + 1).strip().toUpperCase(Locale.ROOT)));
    }

    private static boolean yesNo(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(lower) && !NO.contains(lower)) {
            throw new IllegalArgumentException("neither yes nor no");
        }
        return YES.contains(lower);
    }

    private static FieldValue choices(String text) {
        return new FieldValue.Choices(
                Arrays.stream(text.split(CHOICE_SEPARATOR))
                        .map(String::strip)
                        .filter(choice -> !choice.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
