package io.mergedesk.storage.jooq;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// Times as `DATETIME(6)` columns hold them: in UTC, whatever zone the server or the driver are in.
final class Utc {

    private Utc() {}

    static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(LocalDateTime stored) {
        return stored.toInstant(ZoneOffset.UTC);
    }
}
