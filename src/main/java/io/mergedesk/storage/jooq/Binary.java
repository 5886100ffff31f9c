package io.mergedesk.storage.jooq;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.security.TokenId;
import io.mergedesk.sync.JobId;
import java.nio.ByteBuffer;
import java.util.UUID;

/// Ids as the sixteen bytes that tables hold.
final class Binary {

    private Binary() {}

    static byte[] of(EntityId id) {
        return of(id.value());
    }

    static byte[] of(BatchId id) {
        return of(id.value());
    }

    static byte[] of(ConflictId id) {
        return of(id.value());
    }

    static byte[] of(TokenId id) {
        return of(id.value());
    }

    static byte[] of(JobId id) {
        return of(id.value());
    }

    static EntityId entityId(byte[] bytes) {
        return new EntityId(uuid(bytes));
    }

    static BatchId batchId(byte[] bytes) {
        return new BatchId(uuid(bytes));
    }

    static ConflictId conflictId(byte[] bytes) {
        return new ConflictId(uuid(bytes));
    }

    static TokenId tokenId(byte[] bytes) {
        return new TokenId(uuid(bytes));
    }

    static byte[] of(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
