package io.mergedesk.common;

/// 1, 2, 3 … of one entity at this site: what people see as "v13" and what `If-Match` carries. Zero
/// is "not there yet".
public record Revision(long number) implements Comparable<Revision> {

    public static final Revision NONE = new Revision(0);

    public Revision {
        if (number < 0) {
            throw new IllegalArgumentException("expected a revision of 0 or more, got " + number);
        }
    }

    public Revision next() {
        return new Revision(number + 1);
    }

    public boolean isBefore(Revision other) {
        return number < other.number;
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "v" + number;
    }
}
