package io.mergedesk.sync;

import io.mergedesk.entities.Violation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What secrets of targets look like. Source: Standard Webhooks 1.0.0, "Signature scheme".
public final class Secrets {

    public static final String PREFIX = "whsec_";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NEW_BYTES = 32;
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int LONGEST = 400;

    private Secrets() {}

    /// A new secret for a webhook: 32 random bytes.
    public static String generate() {
        var bytes = new byte[NEW_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    static List<Violation> check(TargetKind kind, Optional<String> secret) {
        if (secret.isEmpty() || isFit(kind, secret.get())) {
            return List.of();
        }
        return List.of(
                new Violation(
                        "secret",
                        kind == TargetKind.WEBHOOK
                                ? "secret: expected whsec_ and 24 to 64 bytes in base64"
                                : "secret: expected the value of an Authorization header, such as Bearer and a token"));
    }

    private static boolean isFit(TargetKind kind, String secret) {
        if (kind == TargetKind.REST) {
            return secret.length() <= LONGEST
                    && !secret.isBlank()
                    && secret.chars().allMatch(c -> c >= ' ' && c < 127);
        }
        try {
            int bytes =
                    secret.startsWith(PREFIX)
                            ? Base64.getDecoder().decode(secret.substring(PREFIX.length())).length
                            : 0;
            return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
