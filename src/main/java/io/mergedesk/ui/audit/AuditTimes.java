package io.mergedesk.ui.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// What words about time mean for one reader.
///
/// @param lastVisit when they looked before; the beginning of time when they never did
record AuditTimes(Instant now, ZoneId zone, Instant lastVisit) {

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
