package io.mergedesk.changes;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Currency;
import java.util.SortedSet;
import java.util.TreeSet;

/// The value of one field, in its one normal form: two values that mean the same are equal.
///
/// So a false conflict cannot arise from trailing zeros, a time zone, line ends, a Unicode form or
/// the order of a set. "No value" is the absence of the field, never an empty value.
public sealed interface FieldValue {

    /// Longer numbers are refused before they are written out: `1e999999999` would fill the memory.
    int MAX_DIGITS = 100;

    /// Text of any length, also an e-mail address, a URL or the one chosen of several choices. Line
    /// ends are `\n`, Unicode is NFC.
    record Text(String text) implements FieldValue {

        private static final char FIRST_COMBINING = '\u0300';

        public Text {
            text = normalise(text);
            if (text.isEmpty()) {
                throw new IllegalArgumentException("expected a text that is not empty");
            }
        }

        private static String normalise(String text) {
            if (isSimple(text)) {
                return text;
            }
            var lines =
                    text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
            return Normalizer.isNormalized(lines, Normalizer.Form.NFC)
                    ? lines
                    : Normalizer.normalize(lines, Normalizer.Form.NFC);
        }

        /// Most texts need no look at the tables of Unicode: below the combining marks all
        /// characters are in their normal form.
        private static boolean isSimple(String text) {
            for (int i = 0; i < text.length(); i++) {
                char one = text.charAt(i);
                if (one == '\r' || one >= FIRST_COMBINING) {
                    return false;
                }
            }
            return true;
        }
    }

    /// A decimal number without trailing zeros.
    record Decimal(BigDecimal number) implements FieldValue {
        public Decimal {
            number = withoutTrailingZeros(number);
        }
    }

    /// An amount, with at least the decimals its currency usually has.
    record Money(BigDecimal amount, Currency currency) implements FieldValue {
        public Money {
            var plain = withoutTrailingZeros(amount);
            amount =
                    plain.setScale(
                            Math.max(
                                    plain.scale(),
                                    Math.max(0, currency.getDefaultFractionDigits())));
        }
    }

    /// A calendar day, without a zone.
    record Day(LocalDate date) implements FieldValue {}

    /// A moment, in UTC, cut to microseconds as the database keeps it.
    record Moment(Instant instant) implements FieldValue {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MICROS);
        }
    }

    record YesNo(boolean yes) implements FieldValue {}

    /// Several of the field's choices, at least one.
    record Choices(SortedSet<String> chosen) implements FieldValue {
        public Choices {
            chosen = Collections.unmodifiableSortedSet(new TreeSet<>(chosen));
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException("expected at least one choice");
            }
        }
    }

    /// Another entity.
    record Reference(EntityId entity) implements FieldValue {}

    record Person(UserId person) implements FieldValue {}

    /// A value of the history that was erased: there was one, and nobody can tell which. Never a
    /// current value.
    record Erased() implements FieldValue {}

    private static BigDecimal withoutTrailingZeros(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        if (stripped.precision() - (long) stripped.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "expected a number of at most " + MAX_DIGITS + " digits");
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
