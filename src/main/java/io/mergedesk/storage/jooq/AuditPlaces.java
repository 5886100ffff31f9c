package io.mergedesk.storage.jooq;

import java.nio.ByteBuffer;
import java.util.BitSet;

/// How places of a log are laid out for its index: 1,024 of them are a block, 64 blocks a span. A
/// block is numbered by the high bits of its places.
final class AuditPlaces {

    static final int BLOCK_BITS = 10;
    static final int BLOCK = 1 << BLOCK_BITS;
    static final int SPAN_BITS = 6;
    static final int SPAN = 1 << SPAN_BITS;

    private static final int BITMAP_BYTES = BLOCK / Byte.SIZE;
    private static final int MOST_LISTED = BITMAP_BYTES / Short.BYTES - 1;

    private AuditPlaces() {}

    static int blockOf(long place) {
        return Math.toIntExact(place >> BLOCK_BITS);
    }

    static long startOf(int block) {
        return (long) block << BLOCK_BITS;
    }

    /// Few places as two bytes each, many as a bitmap.
    static byte[] write(BitSet places) {
        int count = places.cardinality();
        if (count > MOST_LISTED) {
            return ByteBuffer.allocate(BITMAP_BYTES).put(places.toByteArray()).array();
        }
        var listed = ByteBuffer.allocate(count * Short.BYTES);
        places.stream().forEach(place -> listed.putShort((short) place));
        return listed.array();
    }

    static BitSet read(byte[] bytes) {
        if (bytes.length == BITMAP_BYTES) {
            return BitSet.valueOf(bytes);
        }
        var places = new BitSet(BLOCK);
        var listed = ByteBuffer.wrap(bytes);
        while (listed.hasRemaining()) {
            places.set(listed.getShort());
        }
        return places;
    }
}
