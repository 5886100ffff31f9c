package io.mergedesk.transfer;

import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as people write them, with a decimal point or a decimal comma.
///
/// Not numbers: what begins with a zero (`007`, a code), what begins with a plus (a phone number),
/// and what has more than fifteen digits before the decimals (an account or a card).
final class NumberCells {

    private static final String SIGN = "([-\u2212]?)";
    private static final String GAP = "[ \u00a0\u202f'\u2019]";
    private static final Pattern POINT =
            Pattern.compile(
                    SIGN
                            + "(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:"
                            + GAP
                            + "\\d{3})+|\\d{0,15})(?:\\.(\\d+))?");
    private static final Pattern COMMA =
            Pattern.compile(
                    SIGN
                            + "(\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:"
                            + GAP
                            + "\\d{3})+|\\d{0,15})(?:,(\\d+))?");
    private static final Pattern GROUPING = Pattern.compile("[^0-9]");

    private NumberCells() {}

    /// `1,234.5` or `1234.5`
    static Optional<String> withPoint(String cell) {
        return read(POINT, cell);
    }

    /// `1.234,5` or `1234,5`
    static Optional<String> withComma(String cell) {
        return read(COMMA, cell);
    }

    private static Optional<String> read(Pattern pattern, String cell) {
        var matcher = pattern.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var whole = GROUPING.matcher(matcher.group(2)).replaceAll("");
        var decimals = matcher.group(3);
        boolean isCode = whole.length() > 1 && whole.startsWith("0");
        if (isCode || (whole.isEmpty() && decimals == null)) {
            return Optional.empty();
        }
        return Optional.of(
                (matcher.group(1).isEmpty() ? "" : "-")
                        + (whole.isEmpty() ? "0" : whole)
                        + (decimals == null ? "" : "." + decimals));
    }
}
