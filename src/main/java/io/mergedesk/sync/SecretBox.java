package io.mergedesk.sync;

/// Encrypts what must be kept and must not be read in the database, and back.
public interface SecretBox {

    /// Another text each time, even for the same secret.
    byte[] seal(String secret);

    /// @throws IllegalStateException when it was sealed with another key, or tampered with
    String open(byte[] sealed);

    default SealedSecrets seal(TargetSecrets secrets) {
        return new SealedSecrets(
                secrets.current().map(this::seal), secrets.previous().map(this::seal));
    }

    default TargetSecrets open(SealedSecrets sealed) {
        return new TargetSecrets(
                sealed.current().map(this::open), sealed.previous().map(this::open));
    }
}
