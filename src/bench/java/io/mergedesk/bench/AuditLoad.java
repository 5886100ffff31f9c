package io.mergedesk.bench;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.HybridTime;
import io.mergedesk.entities.EntityType;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/// Puts changes and entries straight into their tables: five changes of each entity, one entry
/// after each hundred changes, a change every three seconds. Their hashes are zero.
final class AuditLoad {

    static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    static final int PEOPLE = 60;
    static final int REVISIONS = 5;

    private static final int BATCH = 1_000;
    private static final int ENTRY_EVERY = 100;

    /// The first says that the type was created.
    private static final int FIRST_ENTRY = 2;

    private static final List<String> ORIGINS =
            List.of("ui", "ui", "ui", "ui", "ui", "api", "api", "import", "merge");

    private final DataSource database;
    private final EntityType type;
    private final Orders orders;
    private final Random random = new Random(11);
    private FieldValues values = FieldValues.NONE;
    private UUID entity = new UUID(0, 0);

    AuditLoad(DataSource database, EntityType type, Orders orders) {
        this.database = database;
        this.type = type;
        this.orders = orders;
    }

    void load(int count) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var changes =
                            connection.prepareStatement(
                                    "INSERT INTO change_log (sequence, entity_id, type_id, event,"
                                            + " base_revision, revision, author, changed_at, hybrid_time,"
                                            + " origin, version_vector, field_changes, salt, batch_id, hash)"
                                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '{\"bench\":1}', ?,"
                                            + " X'00000000000000000000000000000000', NULL, REPEAT(X'00', 32))");
                    var entries =
                            connection.prepareStatement(
                                    "INSERT INTO trail_entry (sequence, action, author, noted_at,"
                                            + " address, details, salt, hash) VALUES (?, ?, ?, ?, ?, ?,"
                                            + " X'00000000000000000000000000000000', REPEAT(X'00', 32))")) {
                for (int i = 0; i < count; i++) {
                    addChange(i, changes);
                    if (i % ENTRY_EVERY == 0) {
                        addEntry(i / ENTRY_EVERY + FIRST_ENTRY, i, entries);
                    }
                    if (i % BATCH == BATCH - 1 || i == count - 1) {
                        changes.executeBatch();
                        entries.executeBatch();
                    }
                }
            }
            setHead(connection, "feed_head", count);
            setHead(connection, "trail_head", (count - 1) / ENTRY_EVERY + FIRST_ENTRY);
            connection.commit();
        }
    }

    private void addChange(int number, PreparedStatement row) throws SQLException {
        int revision = number % REVISIONS + 1;
        var before = revision == 1 ? FieldValues.NONE : values;
        var fields = fields(number, before);
        values = Diff.apply(before, fields);
        if (revision == 1) {
            entity = new UUID(((long) number << 16) | 0x7000, random.nextLong());
        }
        var time = at(number);
        row.setLong(1, number + 1L);
        row.setBytes(2, bytes(entity));
        row.setInt(3, type.id());
        row.setString(4, revision == 1 ? "created" : revision == 5 ? "deleted" : "updated");
        row.setInt(5, revision - 1);
        row.setInt(6, revision);
        row.setString(7, person());
        row.setObject(8, LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        row.setLong(9, HybridTime.at(time).packed());
        row.setString(10, number % 5_000 == 7 ? "restore" : origin());
        row.setString(11, FieldJson.writeChanges(fields));
        row.addBatch();
    }

    /// All fields at first, then about two of them.
    private List<FieldChange> fields(int number, FieldValues before) {
        var all = Diff.between(before, orders.next(number).values());
        return before.byName().isEmpty()
                ? all
                : all.stream().filter(_ -> random.nextInt(all.size()) < 2).toList();
    }

    private void addEntry(int place, int number, PreparedStatement row) throws SQLException {
        row.setLong(1, place);
        row.setString(2, place % 50 == 0 ? "exported" : place % 7 == 0 ? "sign-out" : "sign-in");
        row.setString(3, person());
        row.setObject(4, LocalDateTime.ofInstant(at(number), ZoneOffset.UTC));
        row.setString(5, "192.0.2." + random.nextInt(256));
        row.setString(6, place % 50 == 0 ? "{\"format\":\"csv\",\"rows\":\"120\"}" : "{\"with\":\"form\"}");
        row.addBatch();
    }

    static Instant at(int number) {
        return START.plusSeconds(3L * number);
    }

    /// The first few do most of it.
    private String person() {
        double part = random.nextDouble();
        return "person" + (int) (part * part * part * PEOPLE);
    }

    private String origin() {
        return ORIGINS.get(random.nextInt(ORIGINS.size()));
    }

    private static void setHead(Connection connection, String table, long place)
            throws SQLException {
        try (var head = connection.prepareStatement("UPDATE " + table + " SET sequence = ?")) {
            head.setLong(1, place);
            head.execute();
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
