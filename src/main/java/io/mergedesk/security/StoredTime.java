package io.mergedesk.security;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Now, as exactly as the store keeps it.
final class StoredTime {

    private StoredTime() {}

    static Instant of(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
