package io.mergedesk.sync;

import java.util.Optional;

/// The secrets of a target as they are stored: encrypted.
public record SealedSecrets(Optional<byte[]> current, Optional<byte[]> previous) {

    public static final SealedSecrets NONE = new SealedSecrets(Optional.empty(), Optional.empty());
}
