package io.mergedesk.sync;

/// Which target: 1, 2, 3 … of this site.
public record TargetId(int number) implements Comparable<TargetId> {

    public TargetId {
        if (number < 1) {
            throw new IllegalArgumentException("expected a number of 1 or more, got " + number);
        }
    }

    @Override
    public int compareTo(TargetId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
