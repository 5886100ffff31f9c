package io.mergedesk.audit;

import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// How the trail says what was erased: with a digest of the rewritten rows, so that nobody passes
/// off a modified row as an erased one.
final class ErasureNote {

    private static final String ERASURE = "erasure";
    private static final String DIGEST = "digest";

    private ErasureNote() {}

    static TrailEntry of(
            TrailAction action, Erasure erasure, Eraser.Rewritten rewritten, Instant at) {
        return TrailEntry.of(action, erasure.by(), at)
                .with(ERASURE, erasure.id())
                .with("rows", rewritten.rows())
                .with(DIGEST, rewritten.digest());
    }

    /// Which erasing an entry is about; empty when it is about something else.
    static Optional<ErasureId> erasure(TrailEntry entry) {
        return switch (entry.action()) {
            case VALUES_ERASED, RETENTION_APPLIED ->
                    Optional.ofNullable(entry.details().byName().get(ERASURE))
                            .map(UUID::fromString)
                            .map(ErasureId::new);
            default -> Optional.empty();
        };
    }

    static String digest(TrailEntry entry) {
        return entry.details().byName().getOrDefault(DIGEST, "");
    }
}
