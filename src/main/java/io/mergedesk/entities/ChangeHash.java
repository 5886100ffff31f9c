package io.mergedesk.entities;

import io.mergedesk.common.HashChain;

/// What a hash of the feed's chain ([HashChain]) covers of a change.
///
/// Field values enter only as `SHA-256(salt ‖ json)`: erasing a person's values later keeps the
/// chain verifiable, and the hash alone does not betray what was erased.
public final class ChangeHash {

    private ChangeHash() {}

    /// @param fieldsJson the field changes exactly as stored
    /// @param salt 16 random bytes, stored with them
    public static byte[] content(Change change, String fieldsJson, byte[] salt) {
        return content(change, HashChain.saltedHash(fieldsJson, salt));
    }

    /// @param fieldsHash the salted hash of the field changes
    public static byte[] content(Change change, byte[] fieldsHash) {
        return new HashChain.Content()
                .text(change.entity().toString())
                .text(change.type().value())
                .text(change.event().wireName())
                .number(change.base().number())
                .number(change.revision().number())
                .text(change.by().value())
                .number(change.time().packed())
                .text(change.origin().wireName())
                .text(change.vector().toJson())
                .text(change.batch().map(Object::toString).orElse(""))
                .digested(fieldsHash)
                .hash();
    }
}
