package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import java.util.UUID;

/// Which legal hold.
public record HoldId(UUID value) {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static HoldId parse(String text) {
        return new HoldId(EntityId.parse(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
