package io.mergedesk.audit;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import java.util.Arrays;
import java.util.HexFormat;

/// A place of a chain and the hash there, which covers all before it.
///
/// @param hash 32 bytes
@SuppressWarnings("ArrayRecordComponent") // compared by its contents below
public record Link(Sequence place, byte[] hash) {

    /// Before the first row.
    public static final Link START = new Link(Sequence.START, HashChain.origin());

    /// The link that follows when that content is appended.
    Link next(byte[] content) {
        return new Link(place.next(), HashChain.next(hash, place.next(), content));
    }

    /// The hash as programs see it: 64 hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Link link
                && place.equals(link.place)
                && Arrays.equals(hash, link.hash);
    }

    @Override
    public int hashCode() {
        return place.hashCode() * 31 + Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return place.number() + ":" + hex();
    }
}
