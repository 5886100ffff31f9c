package io.mergedesk.common;

import java.util.UUID;

/// Which conflict: a UUID of version 7, so that ids sort by when the conflict arose.
public record ConflictId(UUID value) {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static ConflictId parse(String text) {
        return new ConflictId(EntityId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
