package io.mergedesk.storage.jooq;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;

/// A statement of the write path: jOOQ renders it once, and each edit only binds its values.
///
/// They are the same few for every edit, and rendering them anew was most of what jOOQ did in a
/// save.
final class KeptStatement {

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private final DSLContext sql;
    private final String text;

    /// @param query with a parameter for each value to come, in their order
    KeptStatement(DSLContext sql, Query query) {
        this.sql = sql;
        this.text = sql.render(query);
    }

    /// @return how many rows it changed
    int execute(Object... values) {
        return with(statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /// All rows in one round trip.
    ///
    /// @return how many each of them changed
    int[] executeAll(List<Object[]> rows) {
        return with(statement -> {
            for (var row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    private <T> T with(Work<T> work) {
        return sql.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(text)) {
                return work.on(statement);
            } catch (SQLException e) {
                throw ConflictTranslator.conflictIn(e)
                        .orElseGet(() -> new DataAccessException("refused: " + text, e));
            }
        });
    }

    private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
