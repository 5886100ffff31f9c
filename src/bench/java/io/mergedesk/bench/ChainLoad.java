package io.mergedesk.bench;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeHash;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.EventName;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/// Puts changes of contacts straight into the feed, chained as the write path would have: fifty of
/// each contact, two fields each.
final class ChainLoad {

    private static final FieldName NOTES = new FieldName("notes");
    private static final int BATCH = 1_000;
    private static final int CONTACTS_AT_ONCE = 200;
    private static final int REVISIONS = 50;
    private static final Instant START = Instant.parse("2026-01-31T09:30:00Z");

    private final DataSource database;
    private final EntityType type;
    private final SiteId site = new SiteId("bench");
    private final Random random = new Random(20_260_131);
    private byte[] hash = HashChain.origin();

    ChainLoad(DataSource database, EntityType type) {
        this.database = database;
        this.type = type;
    }

    void load(int count) throws SQLException {
        try (var connection = database.getConnection();
                var rows =
                        connection.prepareStatement(
                                "INSERT INTO change_log (sequence, entity_id, type_id, event,"
                                        + " base_revision, revision, author, changed_at, hybrid_time,"
                                        + " origin, version_vector, field_changes, salt, hash)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                add(i, rows);
                if (i % BATCH == BATCH - 1 || i == count - 1) {
                    rows.executeBatch();
                }
            }
            head(connection, count);
            connection.commit();
        }
    }

    private void head(Connection connection, int count) throws SQLException {
        try (var head =
                connection.prepareStatement("UPDATE feed_head SET sequence = ?, hash = ?")) {
            head.setLong(1, count);
            head.setBytes(2, hash);
            head.executeUpdate();
        }
    }

    private void add(int i, PreparedStatement row) throws SQLException {
        var change = change(i);
        var json = FieldJson.writeChanges(change.fields());
        var salt = new byte[16];
        random.nextBytes(salt);
        hash = HashChain.next(hash, change.sequence(), ChangeHash.content(change, json, salt));
        row.setLong(1, change.sequence().number());
        row.setBytes(2, bytes(change.entity().value()));
        row.setInt(3, type.id());
        row.setString(4, change.event().verb());
        row.setLong(5, change.base().number());
        row.setLong(6, change.revision().number());
        row.setString(7, change.by().value());
        row.setObject(8, LocalDateTime.ofInstant(change.at(), ZoneOffset.UTC));
        row.setLong(9, change.time().packed());
        row.setString(10, change.origin().wireName());
        row.setString(11, change.vector().toJson());
        row.setString(12, json);
        row.setBytes(13, salt);
        row.setBytes(14, hash);
        row.addBatch();
    }

    /// Some contacts are edited in turn until each has all its revisions; then come the next.
    private Change change(int i) {
        int turn = i % (CONTACTS_AT_ONCE * REVISIONS);
        int contact = i / (CONTACTS_AT_ONCE * REVISIONS) * CONTACTS_AT_ONCE + turn % CONTACTS_AT_ONCE;
        int revision = turn / CONTACTS_AT_ONCE + 1;
        return new Change(
                new Sequence(i + 1L),
                revision == 1 ? EventName.ENTITY_CREATED : EventName.ENTITY_UPDATED,
                new EntityId(new UUID(0x0190_0000_0000_7000L + contact, contact)),
                type.name(),
                new Revision(revision - 1L),
                new Revision(revision),
                Contacts.AUTHOR.actor().id(),
                HybridTime.at(START.plusMillis(i)),
                Origin.UI,
                VersionVector.parse("{\"" + site.value() + "\":" + revision + "}"),
                List.of(
                        FieldChange.of(
                                NOTES,
                                null,
                                new FieldValue.Text("Calls back in the morning, asks for " + i)),
                        FieldChange.of(
                                Contacts.PHONE,
                                revision == 1
                                        ? null
                                        : new FieldValue.Text(Contacts.phone(contact, revision - 1)),
                                new FieldValue.Text(Contacts.phone(contact, revision)))),
                Optional.empty());
    }

    private static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
