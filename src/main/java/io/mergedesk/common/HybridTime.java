package io.mergedesk.common;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A hybrid logical clock reading: wall time in microseconds since 1970, and a counter for what
/// happened within one.
///
/// Later edits of an entity always read later, even when a computer's clock runs behind. Packed
/// into 63 bits: 51 of microseconds, 12 of counter. Source: Kulkarni, Demirbas and others, "Logical
/// Physical Clocks", 2014.
public record HybridTime(long packed) implements Comparable<HybridTime> {

    private static final int COUNTER_BITS = 12;

    /// Before anything happened.
    public static final HybridTime NEVER = new HybridTime(0);

    public HybridTime {
        if (packed < 0) {
            throw new IllegalArgumentException("expected a time after 1970, got " + packed);
        }
    }

    /// The reading of a wall clock, cut to microseconds, counter zero.
    public static HybridTime at(Instant wall) {
        return new HybridTime(ChronoUnit.MICROS.between(Instant.EPOCH, wall) << COUNTER_BITS);
    }

    /// The first reading that is neither before the wall clock nor at or before what was seen.
    public static HybridTime after(HybridTime seen, Instant wall) {
        var now = at(wall);
        return now.compareTo(seen) > 0 ? now : new HybridTime(seen.packed + 1);
    }

    /// The wall time in it, in whole microseconds.
    public Instant instant() {
        return Instant.EPOCH.plus(packed >>> COUNTER_BITS, ChronoUnit.MICROS);
    }

    @Override
    public int compareTo(HybridTime other) {
        return Long.compare(packed, other.packed);
    }
}
