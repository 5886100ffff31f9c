package io.mergedesk.sync;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// One attempt in the delivery log.
///
/// @param number 1, 2, 3 …
/// @param outcome `taken`, `later`, `unreachable`, `refused`, `gone`, or where the other record had
///   changed meanwhile `merged`, `conflict` or `contested`
public record AttemptLine(
        JobId job,
        int number,
        Instant at,
        String outcome,
        Optional<String> problem,
        Exchange exchange) {

    public static final String MERGED = "merged";
    public static final String CONFLICT = "conflict";

    /// Where the other record had changed, and a revision of its own tells it what came of that.
    public static final Set<String> SETTLED_HERE = Set.of(MERGED, CONFLICT);
}
