package io.mergedesk.common;

/// A team, by its name; an entity that belongs to one is invisible to all others.
///
/// Refuses (`IllegalArgumentException`) anything but lower-case letters, digits, . _ @ or -, at
/// most 63
public record TeamId(String value) implements Comparable<TeamId> {

    public TeamId {
        Name.check(
                "team",
                value,
                Name.Form.ACCOUNT,
                "lower-case letters, digits, . _ @ or -, at most 63");
    }

    @Override
    public int compareTo(TeamId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
