package io.mergedesk.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Hashes and compares passwords, and thinks up new ones.
///
/// bcrypt reads only 72 bytes, so a long password is first digested (HMAC-SHA256 under a fixed key,
/// which keeps plain SHA-256 lists of other leaks from being tried directly).
final class Passwords {

    private static final String CURRENT = "bcrypt-hmac";
    private static final byte[] DIGEST_KEY =
            "mergedesk password digest 1".getBytes(StandardCharsets.US_ASCII);
    private static final String LETTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    /// @param strength bcrypt's work factor: 10 in production, 4 in tests
    Passwords(int strength) {
        var bcrypt = new BCryptPasswordEncoder(strength);
        encoder = new DelegatingPasswordEncoder(CURRENT, Map.of(CURRENT, bcrypt));
        nobodysHash = hash(generate());
    }

    String hash(String password) {
        var encoded = encoder.encode(digest(password));
        if (encoded == null) {
            throw new IllegalStateException("expected the encoder to hash a password");
        }
        return encoded;
    }

    boolean matches(String password, String hash) {
        return encoder.matches(digest(password), hash);
    }

    /// Takes as long as [#matches], so that the time does not tell which accounts exist.
    boolean matchesNobody(String password) {
        return encoder.matches(digest(password), nobodysHash) && password.isEmpty();
    }

    /// Sixteen characters (92 random bits) in groups of four, none easily mistaken for another.
    String generate() {
        var password = new StringBuilder();
        for (var i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private static String digest(String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(DIGEST_KEY, "HmacSHA256"));
            var bytes = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected HMAC-SHA256 in every Java runtime", e);
        }
    }
}
