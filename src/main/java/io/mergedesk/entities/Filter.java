package io.mergedesk.entities;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which entities a list shows: those whose field stands in that relation to a value.
///
/// @param value null for [Operator#EMPTY] and [Operator#PRESENT], which need none
public record Filter(FieldName field, Operator operator, @Nullable FieldValue value) {

    /// How a field is compared. Texts compare without accents and letter case.
    public enum Operator {
        EQ,
        NE,
        LT,
        LTE,
        GT,
        GTE,
        STARTS,
        EMPTY,
        PRESENT;

        /// The form used in the API: `eq`, `ne`, `lt`, `lte`, `gt`, `gte`, `starts`, `empty`,
        /// `present`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Operator> parse(String text) {
            return Arrays.stream(values())
                    .filter(operator -> operator.wireName().equals(text))
                    .findFirst();
        }

        public boolean needsValue() {
            return this != EMPTY && this != PRESENT;
        }
    }

    public Filter {
        if ((value == null) == operator.needsValue()) {
            throw new IllegalArgumentException(
                    "expected a value for " + operator + " and only for those that need one");
        }
    }
}
