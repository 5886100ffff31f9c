package io.mergedesk.api;

import io.mergedesk.sync.AttemptLine;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempt to deliver a job, as programs see it.
///
/// @param millis how long the other side took
/// @param status of the answer; null where none came
record AttemptJson(
        UUID jobId,
        int attempt,
        Instant at,
        String outcome,
        @Nullable String problem,
        @Nullable Integer status,
        double millis,
        String request,
        String answer) {

    static AttemptJson of(AttemptLine line) {
        var exchange = line.exchange();
        return new AttemptJson(
                line.job().value(),
                line.number(),
                line.at(),
                line.outcome(),
                line.problem().orElse(null),
                exchange.status() == 0 ? null : exchange.status(),
                exchange.took().toNanos() / 1e6,
                exchange.request(),
                exchange.answer());
    }
}
