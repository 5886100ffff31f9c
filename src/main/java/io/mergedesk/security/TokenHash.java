package io.mergedesk.security;

import io.mergedesk.common.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The SHA-256 of a token's secret, in hexadecimal: enough to recognise it, too little to use it.
///
/// A plain hash will do, as the secret is 256 random bits and cannot be guessed.
public record TokenHash(String hex) {

    static TokenHash of(String secret) {
        return new TokenHash(
                HexFormat.of().formatHex(Sha256.of(secret.getBytes(StandardCharsets.UTF_8))));
    }

    /// The 32 bytes.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
