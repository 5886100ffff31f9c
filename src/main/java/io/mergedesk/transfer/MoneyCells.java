package io.mergedesk.transfer;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Amounts with their currency before or behind them, as a code or as a sign: `12.50 EUR`, `€
/// 12,50`.
final class MoneyCells {

    private static final Map<String, String> SIGNS =
            Map.of("€", "EUR", "$", "USD", "£", "GBP", "¥", "JPY");
    private static final Set<String> CODES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());
    private static final String CURRENCY = "([A-Za-z]{3}|[€$£¥])";
    private static final Pattern BEFORE =
            Pattern.compile("(-?)" + CURRENCY + "[ \u00a0]?([^A-Za-z€$£¥]+)");
    private static final Pattern BEHIND =
            Pattern.compile("(-?)([^A-Za-z€$£¥]+?)[ \u00a0]?" + CURRENCY);

    private MoneyCells() {}

    static Optional<String> withPoint(String cell) {
        return read(cell, NumberCells::withPoint);
    }

    static Optional<String> withComma(String cell) {
        return read(cell, NumberCells::withComma);
    }

    private static Optional<String> read(String cell, Function<String, Optional<String>> number) {
        var before = BEFORE.matcher(cell);
        if (before.matches()) {
            return money(before.group(1) + before.group(3).strip(), before.group(2), number);
        }
        var behind = BEHIND.matcher(cell);
        return behind.matches()
                ? money(behind.group(1) + behind.group(2).strip(), behind.group(3), number)
                : Optional.empty();
    }

    private static Optional<String> money(
            String amount, String currency, Function<String, Optional<String>> number) {
        var code = SIGNS.getOrDefault(currency, currency.toUpperCase(Locale.ROOT));
        return CODES.contains(code)
                ? number.apply(amount).map(read -> read + " " + code)
                : Optional.empty();
    }
}
