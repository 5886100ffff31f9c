package io.mergedesk.common;

/// Who acts: the account name, which never changes and is never given to somebody else.
///
/// Refuses (`IllegalArgumentException`) anything but lower-case letters, digits, . _ @ or -, at
/// most 63
public record UserId(String value) implements Comparable<UserId> {

    public UserId {
        Name.check(
                "account name",
                value,
                Name.Form.ACCOUNT,
                "lower-case letters, digits, . _ @ or -, at most 63");
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
