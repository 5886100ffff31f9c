package io.mergedesk.common;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A chain of hashes over numbered rows: each covers its row's content and, through the hash before
/// it, all earlier rows.
///
/// `hash(n) = SHA-256(hash(n-1) ‖ n ‖ content(n))`.
public final class HashChain {

    private HashChain() {}

    /// The hash before the first row: 32 zero bytes.
    public static byte[] origin() {
        return new byte[32];
    }

    /// The chain's next hash; 32 bytes.
    ///
    /// @param content what [Content#hash] answered for the row
    public static byte[] next(byte[] previous, Sequence place, byte[] content) {
        var digest = Sha256.start();
        digest.update(previous);
        digest.update(bytes(place.number()));
        return digest.digest(content);
    }

    /// What one hash covers, part by part. Each part goes in with its length, so that no two
    /// different rows write the same bytes.
    public static final class Content {

        private final MessageDigest digest = Sha256.start();

        public Content text(String text) {
            return part(text.getBytes(StandardCharsets.UTF_8));
        }

        public Content number(long number) {
            return part(bytes(number));
        }

        /// A text that may have to be erased: only `SHA-256(salt ‖ text)` goes in, so that erasing
        /// it keeps the chain verifiable, and the hash alone does not betray what was erased.
        ///
        /// @param salt 16 random bytes, stored with the text
        public Content salted(String text, byte[] salt) {
            return digested(saltedHash(text, salt));
        }

        /// The same when the text is erased and only its salted hash is left.
        public Content digested(byte[] saltedHash) {
            return part(saltedHash);
        }

        /// 32 bytes; ends the content.
        public byte[] hash() {
            return digest.digest();
        }

        private Content part(byte[] bytes) {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
            return this;
        }
    }

    /// What stands in the chain for a text that may have to be erased; 32 bytes.
    public static byte[] saltedHash(String text, byte[] salt) {
        var digest = Sha256.start();
        digest.update(salt);
        return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
