package io.mergedesk.api;

import java.util.Locale;

/// Words for people, made from names for programs.
final class Words {

    private Words() {}

    /// `firstName`, `first_name` and `first-name` are all "First name".
    static String label(String name) {
        var spaced =
                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .replaceAll("[_-]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        return spaced.isEmpty()
                ? name
                : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /// "Contacts" is "Contact"; a label that is no English plural stays as it is.
    static String singular(String label) {
        if (label.endsWith("ies") && label.length() > 4) {
            return label.substring(0, label.length() - 3) + "y";
        }
        return label.endsWith("s") && !label.endsWith("ss") && label.length() > 2
                ? label.substring(0, label.length() - 1)
                : label;
    }
}
