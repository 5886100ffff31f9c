package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.nio.ByteBuffer;
import java.util.Base64;

/// Where a page ended, in both logs: the next one has what comes before those places. New items
/// move neither, so that nothing is shown twice or left out.
public record AuditCursor(Sequence changes, Sequence entries) {

    /// Before this comes everything.
    public static final AuditCursor NEWEST =
            new AuditCursor(new Sequence(Long.MAX_VALUE), new Sequence(Long.MAX_VALUE));

    Sequence in(ChainName log) {
        return switch (log) {
            case CHANGES -> changes;
            case TRAIL -> entries;
        };
    }

    /// An opaque text for URLs.
    public String encode() {
        var bytes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(changes.number())
                        .putLong(entries.number());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /// Reads what [#encode] wrote.
    ///
    /// @throws IllegalArgumentException for any other text
    public static AuditCursor decode(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != 2 * Long.BYTES) {
            throw new IllegalArgumentException(
                    "expected a cursor as it was handed out, got '" + text + "'");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new AuditCursor(new Sequence(buffer.getLong()), new Sequence(buffer.getLong()));
    }
}
