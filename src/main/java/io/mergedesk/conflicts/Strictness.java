package io.mergedesk.conflicts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The smallest part of an entity that two people may change at once without being asked.
public enum Strictness {
    /// The entity: any two edits meet, even of different fields.
    ENTITY,
    /// A field, or a group of them: edits of different fields are joined, never within one.
    FIELD,
    /// A value: words of a long text, members of a set, and sums are joined too.
    VALUE;

    /// The form used in the API and in tables, such as `field`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Strictness> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
