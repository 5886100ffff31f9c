package io.mergedesk.common;

import java.util.UUID;

/// Which entity: a UUID, version 7 where Mergedesk made it, so that ids sort by creation.
public record EntityId(UUID value) implements Comparable<EntityId> {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static EntityId parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("expected a UUID, got '" + text + "'");
        }
        return new EntityId(UUID.fromString(text));
    }

    /// Orders as the database orders the sixteen bytes (UUID's own order is signed, and differs).
    @Override
    public int compareTo(EntityId other) {
        int high =
                Long.compareUnsigned(
                        value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
