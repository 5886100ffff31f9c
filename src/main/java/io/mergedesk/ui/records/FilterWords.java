package io.mergedesk.ui.records;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter.Operator;
import java.util.List;

/// Which comparisons make sense for a kind of field, and what they are called.
final class FilterWords {

    private FilterWords() {}

    static boolean isFilterable(FieldDefinition field) {
        return field.kind() != FieldKind.LONG_TEXT;
    }

    static List<Operator> operators(FieldKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, URL ->
                    List.of(
                            Operator.STARTS,
                            Operator.EQ,
                            Operator.NE,
                            Operator.EMPTY,
                            Operator.PRESENT);
            case CHOICE, CHOICES, YES_NO, REFERENCE, PERSON ->
                    List.of(Operator.EQ, Operator.NE, Operator.EMPTY, Operator.PRESENT);
            case NUMBER, MONEY, DATE, DATE_TIME ->
                    List.of(
                            Operator.GTE,
                            Operator.LTE,
                            Operator.EQ,
                            Operator.NE,
                            Operator.EMPTY,
                            Operator.PRESENT);
            case LONG_TEXT -> List.of();
        };
    }

    /// The kind a filter's value is read as: of several choices, one is compared, as a text.
    static FieldKind kindOf(FieldDefinition field) {
        return field.kind() == FieldKind.CHOICES || field.kind() == FieldKind.LONG_TEXT
                ? FieldKind.CHOICE
                : field.kind() == FieldKind.EMAIL || field.kind() == FieldKind.URL
                        ? FieldKind.TEXT
                        : field.kind();
    }

    static String of(Operator operator, FieldKind kind) {
        boolean time = kind == FieldKind.DATE || kind == FieldKind.DATE_TIME;
        return switch (operator) {
            case EQ -> kind == FieldKind.CHOICES ? "has" : "is";
            case NE -> kind == FieldKind.CHOICES ? "does not have" : "is not";
            case LT -> time ? "is before" : "is less than";
            case LTE -> time ? "is up to" : "is at most";
            case GT -> time ? "is after" : "is more than";
            case GTE -> time ? "is from" : "is at least";
            case STARTS -> "starts with";
            case EMPTY -> "is empty";
            case PRESENT -> "is filled in";
        };
    }
}
