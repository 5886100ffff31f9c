package io.mergedesk.realtime;

import io.mergedesk.common.EntityId;
import java.util.UUID;

/// Which link: a UUID of version 7.
public record LinkId(UUID value) {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static LinkId parse(String text) {
        return new LinkId(EntityId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
