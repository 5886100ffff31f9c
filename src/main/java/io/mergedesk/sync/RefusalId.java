package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import java.util.UUID;

/// Which refusal: a UUID of version 7.
public record RefusalId(UUID value) {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static RefusalId parse(String text) {
        return new RefusalId(EntityId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
