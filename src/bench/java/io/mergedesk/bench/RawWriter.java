package io.mergedesk.bench;

import io.mergedesk.entities.IndexKey;
import io.mergedesk.entities.Snapshot;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/// The statements of one save and nothing else: same tables, same rows, same round trips, same
/// commit, with prepared statements and values made beforehand.
final class RawWriter implements Load.Work, AutoCloseable {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 31, 9, 30);

    private final Connection connection;
    private final List<RawContact> contacts;
    private final int workers;
    private final PreparedStatement lock;
    private final PreparedStatement update;
    private final PreparedStatement unindex;
    private final PreparedStatement index;
    private final PreparedStatement snapshot;
    private final PreparedStatement head;
    private final PreparedStatement advance;
    private final PreparedStatement append;
    private int place;

    RawWriter(Connection connection, List<RawContact> contacts, int worker, int workers)
            throws SQLException {
        this.connection = connection;
        this.contacts = contacts;
        this.workers = workers;
        this.place = worker;
        lock =
                connection.prepareStatement(
                        "SELECT id, type_id, revision, version_vector, field_values, status, deleted,"
                                + " team, created_at, created_by, updated_at, updated_by, hybrid_time"
                                + " FROM entity WHERE id = ? ORDER BY id FOR UPDATE");
        update =
                connection.prepareStatement(
                        "UPDATE entity SET revision = ?, version_vector = ?, field_values = ?,"
                                + " status = ?, deleted = ?, team = ?, updated_at = ?, updated_by = ?,"
                                + " hybrid_time = ? WHERE id = ? AND revision = ?");
        unindex =
                connection.prepareStatement(
                        "DELETE FROM entity_index WHERE index_id = ? AND sort_key = ? AND entity_id = ?");
        index =
                connection.prepareStatement(
                        "INSERT INTO entity_index (index_id, sort_key, entity_id) VALUES (?, ?, ?)");
        snapshot =
                connection.prepareStatement(
                        "INSERT INTO snapshot (entity_id, revision, field_values) VALUES (?, ?, ?)");
        head =
                connection.prepareStatement(
                        "SELECT only_row, sequence, hash FROM feed_head FOR UPDATE");
        advance = connection.prepareStatement("UPDATE feed_head SET sequence = ?, hash = ?");
        append =
                connection.prepareStatement(
                        "INSERT INTO change_log (sequence, entity_id, type_id, event, base_revision,"
                                + " revision, author, changed_at, hybrid_time, origin, version_vector,"
                                + " field_changes, salt, batch_id, hash)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    @Override
    public void once() throws SQLException {
        var contact = contacts.get(place);
        var step = contact.step();
        long revision = contact.revision + 1;
        String vector = "{\"" + contact.site + "\":" + revision + "}";
        readLocked(contact);
        replace(contact, step, revision, vector);
        write(unindex, contact, step.gone());
        write(index, contact, step.added());
        if (revision % Snapshot.INTERVAL == 0) {
            snapshot(contact, step, revision);
        }
        append(contact, step, revision, vector);
        connection.commit();
        contact.revision = revision;
        place = (place + workers) % contacts.size();
    }

    private void readLocked(RawContact contact) throws SQLException {
        lock.setBytes(1, contact.id);
        try (var row = lock.executeQuery()) {
            if (!row.next() || row.getLong(3) != contact.revision) {
                throw new SQLException("expected revision " + contact.revision);
            }
        }
    }

    private void replace(RawContact contact, RawContact.Step step, long revision, String vector)
            throws SQLException {
        update.setLong(1, revision);
        update.setString(2, vector);
        update.setString(3, step.values());
        update.setString(4, "synced");
        update.setBoolean(5, false);
        update.setString(6, null);
        update.setObject(7, NOW);
        update.setString(8, "bench");
        update.setLong(9, revision);
        update.setBytes(10, contact.id);
        update.setLong(11, contact.revision);
        if (update.executeUpdate() != 1) {
            throw new SQLException("expected one row");
        }
    }

    private static void write(PreparedStatement statement, RawContact contact, List<IndexKey> keys)
            throws SQLException {
        for (var key : keys) {
            statement.setInt(1, key.index());
            statement.setBytes(2, key.key().bytes());
            statement.setBytes(3, contact.id);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void snapshot(RawContact contact, RawContact.Step step, long revision)
            throws SQLException {
        snapshot.setBytes(1, contact.id);
        snapshot.setLong(2, revision);
        snapshot.setString(3, step.values());
        snapshot.executeUpdate();
    }

    private void append(RawContact contact, RawContact.Step step, long revision, String vector)
            throws SQLException {
        long sequence;
        byte[] hash;
        try (var row = head.executeQuery()) {
            row.next();
            sequence = row.getLong(2) + 1;
            hash = row.getBytes(3);
        }
        advance.setLong(1, sequence);
        advance.setBytes(2, hash);
        advance.executeUpdate();
        append.setLong(1, sequence);
        append.setBytes(2, contact.id);
        append.setInt(3, contact.type);
        append.setString(4, "updated");
        append.setLong(5, contact.revision);
        append.setLong(6, revision);
        append.setString(7, "bench");
        append.setObject(8, NOW);
        append.setLong(9, revision);
        append.setString(10, "api");
        append.setString(11, vector);
        append.setString(12, step.changes());
        append.setBytes(13, contact.id);
        append.setBytes(14, null);
        append.setBytes(15, hash);
        append.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
