package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeHash;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// Rows of the feed as links of its chain.
final class SealedChanges implements SealedPage.Reader {

    /// What [#read] wants, in this order.
    static final List<Field<?>> COLUMNS =
            List.of(
                    CHANGE_LOG.SEQUENCE,
                    CHANGE_LOG.ENTITY_ID,
                    CHANGE_LOG.TYPE_ID,
                    CHANGE_LOG.EVENT,
                    CHANGE_LOG.BASE_REVISION,
                    CHANGE_LOG.REVISION,
                    CHANGE_LOG.AUTHOR,
                    CHANGE_LOG.CHANGED_AT,
                    CHANGE_LOG.HYBRID_TIME,
                    CHANGE_LOG.ORIGIN,
                    CHANGE_LOG.VERSION_VECTOR,
                    CHANGE_LOG.FIELD_CHANGES,
                    CHANGE_LOG.SALT,
                    CHANGE_LOG.BATCH_ID,
                    CHANGE_LOG.HASH);

    private final Types types;

    /// The columns as they are stored, before anybody asks whether they make sense.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Raw(
            long sequence,
            byte[] entity,
            int type,
            String event,
            long base,
            long revision,
            String author,
            LocalDateTime changedAt,
            long time,
            String origin,
            String vector,
            byte @Nullable [] batch) {}

    SealedChanges(Types types) {
        this.types = types;
    }

    @Override
    public SealedPage.Stored read(ResultSet row) throws SQLException {
        var raw =
                new Raw(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getObject(8, LocalDateTime.class),
                        row.getLong(9),
                        row.getString(10),
                        row.getString(11),
                        row.getBytes(14));
        return new SealedPage.Stored(
                new Sequence(raw.sequence()),
                row.getBytes(15),
                HashChain.saltedHash(row.getString(12), row.getBytes(13)),
                values -> content(raw, values),
                Optional.of(Binary.entityId(raw.entity())),
                Optional.of(new Revision(raw.revision())));
    }

    /// The field changes enter by their hash alone.
    private byte[] content(Raw raw, byte[] values) {
        var change =
                new Change(
                        new Sequence(raw.sequence()),
                        EventName.parse("entity:" + raw.event()).orElseThrow(),
                        Binary.entityId(raw.entity()),
                        types.byId(raw.type()).name(),
                        new Revision(raw.base()),
                        new Revision(raw.revision()),
                        new UserId(raw.author()),
                        new HybridTime(raw.time()),
                        Origin.parse(raw.origin()),
                        VersionVector.parse(raw.vector()),
                        List.of(),
                        Optional.ofNullable(raw.batch()).map(Binary::batchId));
        // the time is stored twice, and only one of them is hashed
        if (!Utc.of(change.at()).equals(raw.changedAt())) {
            throw new IllegalStateException("expected one time, got " + raw.changedAt());
        }
        return ChangeHash.content(change, values);
    }
}
