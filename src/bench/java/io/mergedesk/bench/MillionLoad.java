package io.mergedesk.bench;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.common.TeamId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/// Puts entities straight into their tables, with the index and unique keys that the write path
/// would have made.
///
/// One transaction for all: MariaDB then sorts what goes into an empty table before it builds the
/// indexes.
final class MillionLoad {

    private static final int BATCH = 1_000;

    private final DataSource database;
    private final EntityType type;
    private final Orders orders;

    MillionLoad(DataSource database, EntityType type, Orders orders) {
        this.database = database;
        this.type = type;
        this.orders = orders;
    }

    void load(int count) throws SQLException {
        try (var connection = database.getConnection()) {
            relax(connection, 0);
            try (var rows =
                            connection.prepareStatement(
                                    "INSERT INTO entity (id, type_id, revision, version_vector, field_values,"
                                            + " status, deleted, team, created_at, created_by, updated_at,"
                                            + " updated_by, hybrid_time)"
                                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    var keys =
                            connection.prepareStatement(
                                    "INSERT INTO entity_index (index_id, sort_key, entity_id) VALUES (?, ?, ?)");
                    var unique =
                            connection.prepareStatement(
                                    "INSERT INTO entity_unique (index_id, value_hash, entity_id) VALUES (?, ?, ?)")) {
                for (int i = 0; i < count; i++) {
                    add(orders.next(i), rows, keys, unique);
                    if (i % BATCH == BATCH - 1 || i == count - 1) {
                        rows.executeBatch();
                        keys.executeBatch();
                        unique.executeBatch();
                    }
                }
            }
            connection.commit();
            relax(connection, 1);
            try (var analyze = connection.prepareStatement("ANALYZE TABLE entity, entity_index")) {
                analyze.execute();
            }
            connection.commit();
        }
    }

    private static void relax(Connection connection, int checks) throws SQLException {
        try (var setting =
                connection.prepareStatement("SET unique_checks = ?, foreign_key_checks = ?")) {
            setting.setInt(1, checks);
            setting.setInt(2, checks);
            setting.execute();
        }
        connection.commit();
    }

    private void add(
            Entity entity, PreparedStatement rows, PreparedStatement keys, PreparedStatement unique)
            throws SQLException {
        var id = bytes(entity);
        var time = LocalDateTime.ofInstant(entity.updatedAt(), ZoneOffset.UTC);
        rows.setBytes(1, id);
        rows.setInt(2, type.id());
        rows.setLong(3, entity.revision().number());
        rows.setString(4, entity.version().vector().toJson());
        rows.setString(5, FieldJson.write(entity.values()));
        rows.setString(6, entity.status().wireName());
        rows.setBoolean(7, false);
        rows.setString(8, entity.team().map(TeamId::value).orElse(null));
        rows.setObject(9, time);
        rows.setString(10, entity.createdBy().value());
        rows.setObject(11, time);
        rows.setString(12, entity.updatedBy().value());
        rows.setLong(13, entity.version().time().packed());
        rows.addBatch();
        for (var key : IndexKeys.of(type, entity)) {
            keys.setInt(1, key.index());
            keys.setBytes(2, key.key().bytes());
            keys.setBytes(3, id);
            keys.addBatch();
        }
        for (var key : IndexKeys.unique(type, entity)) {
            unique.setInt(1, key.index());
            unique.setBytes(2, key.bytes());
            unique.setBytes(3, id);
            unique.addBatch();
        }
    }

    private static byte[] bytes(Entity entity) {
        var uuid = entity.id().value();
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
