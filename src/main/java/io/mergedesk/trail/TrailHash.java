package io.mergedesk.trail;

import io.mergedesk.common.HashChain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What a hash of the trail's chain ([HashChain]) covers of an entry. Details and address are
/// salted, so that they can be erased.
public final class TrailHash {

    private TrailHash() {}

    /// @param detailsJson the details exactly as stored
    /// @param salt 16 random bytes, stored with them
    public static byte[] content(TrailEntry entry, String detailsJson, byte[] salt) {
        return content(entry, HashChain.saltedHash(erasable(entry, detailsJson), salt));
    }

    /// @param erasableHash the salted hash of [#erasable]
    public static byte[] content(TrailEntry entry, byte[] erasableHash) {
        return new HashChain.Content()
                .text(entry.action().wireName())
                .text(entry.by().map(Object::toString).orElse(""))
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()))
                .text(entry.entity().map(Object::toString).orElse(""))
                .text(entry.type().map(Object::toString).orElse(""))
                .text(entry.conflict().map(Object::toString).orElse(""))
                .digested(erasableHash)
                .hash();
    }

    /// Address and details as one text: what can be erased of an entry.
    public static String erasable(TrailEntry entry, String detailsJson) {
        return erasable(entry.address(), detailsJson);
    }

    /// The same from the columns as they are stored.
    public static String erasable(Optional<String> address, String detailsJson) {
        return address.orElse("") + "\n" + detailsJson;
    }
}
