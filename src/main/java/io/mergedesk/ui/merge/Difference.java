package io.mergedesk.ui.merge;

import io.mergedesk.changes.FieldValue;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// By how much a number or an amount was changed.
final class Difference {

    private Difference() {}

    /// "+2,000"; empty where it says nothing, as between currencies.
    ///
    /// @param words a value as the reader reads it
    static Optional<String> of(
            @Nullable FieldValue base,
            @Nullable FieldValue value,
            Function<@Nullable FieldValue, String> words) {
        if (base instanceof FieldValue.Decimal(var before)
                && value instanceof FieldValue.Decimal(var after)) {
            return signed(
                    before.compareTo(after),
                    words.apply(new FieldValue.Decimal(after.subtract(before).abs())));
        }
        if (base instanceof FieldValue.Money(var before, var its)
                && value instanceof FieldValue.Money(var after, var currency)
                && its.equals(currency)) {
            return signed(
                    before.compareTo(after),
                    words.apply(new FieldValue.Money(after.subtract(before).abs(), currency)));
        }
        return Optional.empty();
    }

    private static Optional<String> signed(int order, String difference) {
        return order == 0 ? Optional.empty() : Optional.of((order < 0 ? "+" : "−") + difference);
    }
}
