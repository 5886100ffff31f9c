package io.mergedesk.common;

/// One installation with its own database.
///
/// Refuses (`IllegalArgumentException`) anything but lower-case letters, digits, . _ @ or -, at
/// most 63
public record SiteId(String value) implements Comparable<SiteId> {

    public SiteId {
        Name.check(
                "site id",
                value,
                Name.Form.ACCOUNT,
                "lower-case letters, digits, . _ @ or -, at most 63");
    }

    @Override
    public int compareTo(SiteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
