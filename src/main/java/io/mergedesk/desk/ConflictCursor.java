package io.mergedesk.desk;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Priority;
import io.mergedesk.conflicts.Conflict;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/// Where a page ended. The next page begins after it, even when that conflict has been settled or
/// moved since.
public record ConflictCursor(Priority priority, ConflictId id) {

    private static final int BYTES = 17;

    /// The place of a conflict in any list that it is part of.
    public static ConflictCursor at(Conflict conflict) {
        return new ConflictCursor(conflict.handling().priority(), conflict.id());
    }

    /// An opaque text for URLs.
    public String encode() {
        var bytes =
                ByteBuffer.allocate(BYTES)
                        .put((byte) priority.rank())
                        .putLong(id.value().getMostSignificantBits())
                        .putLong(id.value().getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads what [#encode] wrote.
    ///
    /// @throws IllegalArgumentException for any other text
    public static ConflictCursor decode(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "expected a cursor as it was handed out, got '" + text + "'");
        }
        var buffer = ByteBuffer.wrap(bytes);
        var priority = Priority.ofRank(buffer.get());
        return new ConflictCursor(
                priority, new ConflictId(new UUID(buffer.getLong(), buffer.getLong())));
    }
}
