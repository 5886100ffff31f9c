package io.mergedesk.sync;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The secrets of a target in the clear: only ever in memory, on the way to a signature or header.
/// While one is being replaced, both sign.
///
/// @param current what new receivers verify with: `whsec_` and base64 for a webhook, the value of
///   the `Authorization` header for a REST target; empty where none is needed
/// @param previous the one before, until it is dropped
/// @param headers the values of a REST target's extra headers, by names in which case does not
///   matter
public record TargetSecrets(
        Optional<String> current, Optional<String> previous, Map<String, String> headers) {

    public static final TargetSecrets NONE = new TargetSecrets(Optional.empty(), Optional.empty());

    public TargetSecrets {
        var byName = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = Collections.unmodifiableMap(byName);
    }

    public TargetSecrets(Optional<String> current, Optional<String> previous) {
        this(current, previous, Map.of());
    }

    /// Says nothing of what it holds.
    @Override
    public String toString() {
        return "TargetSecrets["
                + (current.isPresent() ? 1 : 0)
                + (previous.isPresent() ? "+1" : "")
                + (headers.isEmpty() ? "" : ", headers " + headers.keySet())
                + "]";
    }
}
