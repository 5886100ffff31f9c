package io.mergedesk.common;

/// A place in the feed: changes are numbered 1, 2, 3 … in commit order, without gaps. Zero is
/// before the first.
public record Sequence(long number) implements Comparable<Sequence> {

    public static final Sequence START = new Sequence(0);

    public Sequence {
        if (number < 0) {
            throw new IllegalArgumentException("expected a sequence of 0 or more, got " + number);
        }
    }

    public Sequence next() {
        return new Sequence(number + 1);
    }

    public boolean isAfter(Sequence other) {
        return number > other.number;
    }

    @Override
    public int compareTo(Sequence other) {
        return Long.compare(number, other.number);
    }
}
