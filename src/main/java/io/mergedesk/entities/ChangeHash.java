package io.mergedesk.entities;

import io.mergedesk.common.Sequence;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The hash chain over the feed: each change's hash covers its own content and, through the hash
/// before it, all earlier ones.
///
/// `hash(n) = SHA-256(hash(n-1) ‖ n ‖ content(n))`. The content is made of length-prefixed parts,
/// so that no two different changes write the same bytes. Field values enter only as `SHA-256(salt
/// ‖ json)`: erasing a person's values later keeps the chain verifiable, and the hash alone does
/// not betray what was erased.
public final class ChangeHash {

    /// The hash before the first change: 32 zero bytes.
    public static byte[] origin() {
        return new byte[32];
    }

    private ChangeHash() {}

    /// @param fieldsJson the field changes exactly as stored
    /// @param salt 16 random bytes, stored with them
    public static byte[] content(Change change, String fieldsJson, byte[] salt) {
        var fields = Sha256.start();
        fields.update(salt);
        return Sha256.of(
                join(
                        text(change.entity().toString()),
                        text(change.type().value()),
                        text(change.event().wireName()),
                        number(change.base().number()),
                        number(change.revision().number()),
                        text(change.by().value()),
                        number(change.time().packed()),
                        text(change.origin().wireName()),
                        text(change.vector().toJson()),
                        text(change.batch().map(Object::toString).orElse("")),
                        fields.digest(text(fieldsJson))));
    }

    /// The chain's next hash; 32 bytes.
    public static byte[] next(byte[] previous, Sequence place, byte[] content) {
        MessageDigest digest = Sha256.start();
        digest.update(previous);
        digest.update(number(place.number()));
        return digest.digest(content);
    }

    private static byte[] join(byte[]... parts) {
        int length = 0;
        for (var part : parts) {
            length += Integer.BYTES + part.length;
        }
        var joined = ByteBuffer.allocate(length);
        for (var part : parts) {
            joined.putInt(part.length).put(part);
        }
        return joined.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
