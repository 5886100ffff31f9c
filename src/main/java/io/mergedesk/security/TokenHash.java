package io.mergedesk.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of a token's secret, in hexadecimal: enough to recognise it, too little to use it.
///
/// A plain hash will do, as the secret is 256 random bits and cannot be guessed.
public record TokenHash(String hex) {

    static TokenHash of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(secret.getBytes(StandardCharsets.UTF_8));
            return new TokenHash(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected SHA-256 in every Java runtime", e);
        }
    }

    /// The 32 bytes.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
