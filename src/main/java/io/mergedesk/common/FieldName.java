package io.mergedesk.common;

/// The name of a field, as programs use it; people see its label.
///
/// A name is given once and never changes, so that history stays readable; labels may change at
/// will.
///
/// Refuses (`IllegalArgumentException`) anything but a letter, then letters, digits, _ or -
public record FieldName(String value) implements Comparable<FieldName> {

    /// The team an entity belongs to is kept, merged and audited like any other field, under this
    /// reserved name.
    public static final FieldName TEAM = new FieldName("$team");

    public FieldName {
        if (!value.equals("$team")) {
            Name.check(
                    "field name",
                    value,
                    Name.Form.IDENTIFIER,
                    "a letter, then letters, digits, _ or -, at most 63");
        }
    }

    @Override
    public int compareTo(FieldName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
