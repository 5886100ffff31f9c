package io.mergedesk.sync.http;

import io.mergedesk.sync.Secrets;
import io.mergedesk.sync.TargetSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs webhooks and verifies them. Source: Standard Webhooks 1.0.0, scheme `v1`: HMAC-SHA256 of
/// id, timestamp and body, joined by dots.
public final class StandardWebhooks {

    /// Names the message, the same in each attempt: what a receiver keeps to apply it once.
    public static final String ID = "webhook-id";

    /// When the attempt was made, in seconds since 1970.
    public static final String TIMESTAMP = "webhook-timestamp";

    /// One signature or, while a secret is being replaced, two with a space between.
    public static final String SIGNATURE = "webhook-signature";

    /// How far the clocks of the two sides may be apart.
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "v1,";

    private StandardWebhooks() {}

    /// The value of the signature header: signed with each of the secrets, the newest first.
    ///
    /// @throws IllegalArgumentException when a secret is not `whsec_` and base64
    static String sign(TargetSecrets secrets, String id, Instant at, byte[] body) {
        return Stream.of(secrets.current(), secrets.previous())
                .flatMap(Optional::stream)
                .map(secret -> sign(secret, id, Long.toString(at.getEpochSecond()), body))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, String id, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return SCHEME + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] key(String secret) {
        if (!secret.startsWith(Secrets.PREFIX)) {
            throw new IllegalArgumentException("expected a secret that starts with whsec_");
        }
        return Base64.getDecoder().decode(secret.substring(Secrets.PREFIX.length()));
    }

    /// Whether somebody who knows one of the secrets sent this, about now. A body that was verified
    /// may still have been sent before: keep its id.
    ///
    /// @param secrets any of which may have signed
    /// @param id the header [#ID]
    /// @param timestamp the header [#TIMESTAMP]
    /// @param signature the header [#SIGNATURE]
    /// @param body its bytes as they came
    /// @return what is wrong, in words; empty where all is right
    public static Optional<String> verify(
            List<String> secrets,
            String id,
            String timestamp,
            String signature,
            byte[] body,
            Instant now) {
        if (id.isEmpty()) {
            return Optional.of(ID + ": expected the id of the message");
        }
        if (!timestamp.matches("[0-9]{1,12}")) {
            return Optional.of(TIMESTAMP + ": expected seconds since 1970");
        }
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(TIMESTAMP + ": expected one within five minutes of " + now);
        }
        boolean signed = false;
        for (var secret : secrets) {
            var right = bytes(sign(secret, id, timestamp, body));
            for (var given : signature.split(" ", -1)) {
                signed |= MessageDigest.isEqual(right, bytes(given));
            }
        }
        return signed
                ? Optional.empty()
                : Optional.of(SIGNATURE + ": expected v1 of the id, the timestamp and the body");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
