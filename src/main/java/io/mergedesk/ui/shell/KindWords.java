package io.mergedesk.ui.shell;

import io.mergedesk.changes.FieldKind;

/// The kinds of fields, as one would say them.
public final class KindWords {

    private KindWords() {}

    public static String of(FieldKind kind) {
        return switch (kind) {
            case TEXT -> "Text";
            case LONG_TEXT -> "Long text";
            case NUMBER -> "Number";
            case MONEY -> "Money";
            case DATE -> "Date";
            case DATE_TIME -> "Date and time";
            case YES_NO -> "Yes or no";
            case CHOICE -> "One choice";
            case CHOICES -> "Several choices";
            case EMAIL -> "E-mail";
            case URL -> "Web address";
            case REFERENCE -> "Reference";
            case PERSON -> "Person";
        };
    }
}
