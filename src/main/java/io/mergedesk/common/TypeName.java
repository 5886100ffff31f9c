package io.mergedesk.common;

/// The name of an entity type, as programs use it; people see its label.
///
/// Refuses (`IllegalArgumentException`) anything but a letter, then letters, digits, _ or -, at
/// most 63
public record TypeName(String value) implements Comparable<TypeName> {

    public TypeName {
        Name.check(
                "type name",
                value,
                Name.Form.IDENTIFIER,
                "a letter, then letters, digits, _ or -, at most 63");
    }

    @Override
    public int compareTo(TypeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
