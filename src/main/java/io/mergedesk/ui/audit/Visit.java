package io.mergedesk.ui.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One stay at the trail, through reloads and short absences; it ends after half an hour away.
///
/// @param since when the stay before it was
/// @param last when the trail was opened last in this one
record Visit(Instant since, Instant last) {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    /// The stay that opening the trail now belongs to.
    ///
    /// @param before the one that is known of
    /// @param stored when it was opened before, in whatever session
    static Visit at(Instant now, Optional<Visit> before, Optional<Instant> stored) {
        return before.filter(visit -> now.isBefore(visit.last().plus(PAUSE)))
                .map(visit -> new Visit(visit.since(), now))
                .orElseGet(() -> new Visit(stored.orElse(Instant.EPOCH), now));
    }
}
