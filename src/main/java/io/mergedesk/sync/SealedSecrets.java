package io.mergedesk.sync;

import java.util.Optional;

/// The secrets of a target as they are stored: encrypted.
///
/// @param headers the values of its extra headers, all in one
public record SealedSecrets(
        Optional<byte[]> current, Optional<byte[]> previous, Optional<byte[]> headers) {

    public static final SealedSecrets NONE =
            new SealedSecrets(Optional.empty(), Optional.empty(), Optional.empty());
}
