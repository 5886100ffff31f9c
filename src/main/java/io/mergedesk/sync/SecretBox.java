package io.mergedesk.sync;

import java.util.Map;
import java.util.Optional;

/// Encrypts what must be kept and must not be read in the database, and back.
public interface SecretBox {

    /// Another text each time, even for the same secret.
    byte[] seal(String secret);

    /// @throws IllegalStateException when it was sealed with another key, or tampered with
    String open(byte[] sealed);

    default SealedSecrets seal(TargetSecrets secrets) {
        return new SealedSecrets(
                secrets.current().map(this::seal),
                secrets.previous().map(this::seal),
                seal(secrets.headers()));
    }

    default TargetSecrets open(SealedSecrets sealed) {
        return new TargetSecrets(
                sealed.current().map(this::open),
                sealed.previous().map(this::open),
                sealed.headers().map(this::open).map(HeaderValues::read).orElse(Map.of()));
    }

    /// The values of headers, all in one; empty where there are none.
    default Optional<byte[]> seal(Map<String, String> headers) {
        return headers.isEmpty()
                ? Optional.empty()
                : Optional.of(seal(HeaderValues.write(headers)));
    }
}
