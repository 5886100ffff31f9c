package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// A value as bytes that sort, unsigned and from the left, as people expect the values to sort. The
/// empty key is "no value".
///
/// Texts are folded (no accents, no letter case) and cut to 96 bytes; numbers are fixed-point with
/// a bias, of 12 decimals, and where there are more, the next 12 follow. The same keys are used by
/// every store, so that all of them sort and filter alike.
@SuppressWarnings(
        "ArrayRecordComponent") // equals and hashCode look at the contents; keys are made by the
// million
public record SortKey(byte[] bytes) implements Comparable<SortKey> {

    /// Longest key, in bytes.
    public static final int MAX_LENGTH = 96;

    public static final SortKey EMPTY = new SortKey(new byte[0]);

    private static final int SCALE = 12;
    private static final int NUMBER_BYTES = 15;
    private static final int MORE_BYTES = 6;
    private static final BigInteger BIAS = BigInteger.TEN.pow(34);
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    public static SortKey of(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(var text) -> text(text);
            case FieldValue.Decimal(var number) -> decimal(number);
            case FieldValue.Money(var amount, _) -> decimal(amount);
            case FieldValue.Day(var date) -> text(date.toString());
            case FieldValue.Moment(var instant) ->
                    number(
                            BigInteger.valueOf(instant.getEpochSecond())
                                    .multiply(BigInteger.valueOf(1_000_000_000L))
                                    .add(BigInteger.valueOf(instant.getNano())));
            case FieldValue.YesNo(var yes) -> text(yes ? "yes" : "no");
            case FieldValue.Choices(var chosen) -> text(String.join(" ", chosen));
            case FieldValue.Reference(var entity) -> text(entity.toString());
            case FieldValue.Person(var person) -> text(person.value());
            case FieldValue.Erased _ -> EMPTY;
        };
    }

    /// The key of a text, or of the beginning of one.
    public static SortKey text(String text) {
        var bytes = fold(text).getBytes(StandardCharsets.UTF_8);
        return new SortKey(bytes.length <= MAX_LENGTH ? bytes : Arrays.copyOf(bytes, MAX_LENGTH));
    }

    /// Text without accents and letter case, as it is compared and searched.
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// Most texts are, and need no decomposition.
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /// The key right after this one: one zero byte longer.
    public SortKey next() {
        return new SortKey(Arrays.copyOf(bytes, bytes.length + 1));
    }

    /// The first key after all that begin with this one; empty when there is none.
    public SortKey afterPrefix() {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] != (byte) 0xFF) {
                var next = Arrays.copyOf(bytes, i + 1);
                next[i]++;
                return new SortKey(next);
            }
        }
        return EMPTY;
    }

    /// Rounded down to 12 decimals; what is left is never negative and sorts behind it.
    private static SortKey decimal(BigDecimal number) {
        var floor = number.setScale(SCALE, RoundingMode.FLOOR);
        var key = number(floor.unscaledValue());
        var rest = number.subtract(floor);
        if (rest.signum() == 0) {
            return key;
        }
        var more = ofLength(MORE_BYTES, rest.movePointRight(2 * SCALE).toBigIntegerExact());
        var longer = Arrays.copyOf(key.bytes, NUMBER_BYTES + MORE_BYTES);
        System.arraycopy(more, 0, longer, NUMBER_BYTES, MORE_BYTES);
        return new SortKey(longer);
    }

    private static SortKey number(BigInteger unscaled) {
        return new SortKey(ofLength(NUMBER_BYTES, unscaled.add(BIAS)));
    }

    private static byte[] ofLength(int length, BigInteger number) {
        var digits = number.toByteArray();
        var bytes = new byte[length];
        System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
        return bytes;
    }

    @Override
    public int compareTo(SortKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortKey(var theirs) && Arrays.equals(bytes, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
