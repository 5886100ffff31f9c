package io.mergedesk.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Recognises a password seen before without keeping it: a digest under a key that only this
/// process has and that dies with it.
final class ProofDigest {

    private final SecretKeySpec key;

    ProofDigest() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    String of(String account, String password, int passwordVersion) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var proof = account.length() + ":" + account + passwordVersion + ":" + password;
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(proof.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("expected HMAC-SHA256 in every Java runtime", e);
        }
    }
}
