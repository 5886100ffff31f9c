package io.mergedesk.conflicts;

import io.mergedesk.common.HybridTime;
import io.mergedesk.common.SiteId;
import java.util.Comparator;

/// When and where a value was written: what `last-write-wins` goes by. The later time wins, at the
/// same time the site whose id comes last.
public record Stamp(HybridTime time, SiteId site) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::time).thenComparing(Stamp::site);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }

    static Stamp later(Stamp one, Stamp other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
