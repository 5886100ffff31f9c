package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/// Where a page ended: the sort key and the id of its last entity. The next page begins after it,
/// wherever entities have moved.
public record Cursor(SortKey key, EntityId id) {

    /// An opaque text for URLs.
    public String encode() {
        var bytes =
                ByteBuffer.allocate(16 + key.bytes().length)
                        .putLong(id.value().getMostSignificantBits())
                        .putLong(id.value().getLeastSignificantBits())
                        .put(key.bytes());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads what [#encode] wrote.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Cursor decode(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length < 16 || bytes.length > 16 + SortKey.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "expected a cursor as it was handed out, got '" + text + "'");
        }
        var buffer = ByteBuffer.wrap(bytes);
        var id = new EntityId(new UUID(buffer.getLong(), buffer.getLong()));
        return new Cursor(new SortKey(Arrays.copyOfRange(bytes, 16, bytes.length)), id);
    }
}
