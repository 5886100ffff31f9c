package io.mergedesk.sync;

import java.util.Optional;

/// The secrets of a target in the clear: only ever in memory, on the way to a signature or header.
/// While one is being replaced, both sign.
///
/// @param current what new receivers verify with: `whsec_` and base64 for a webhook, the value of
///   the `Authorization` header for a REST target; empty where none is needed
/// @param previous the one before, until it is dropped
public record TargetSecrets(Optional<String> current, Optional<String> previous) {

    public static final TargetSecrets NONE = new TargetSecrets(Optional.empty(), Optional.empty());

    /// Says nothing of what it holds.
    @Override
    public String toString() {
        return "TargetSecrets["
                + (current.isPresent() ? 1 : 0)
                + (previous.isPresent() ? "+1" : "")
                + "]";
    }
}
