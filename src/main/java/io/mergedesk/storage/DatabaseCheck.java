package io.mergedesk.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Refuses to start on a database on which no edit would be safe, before anything else uses the
/// pool.
final class DatabaseCheck implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource dataSource) {
            check(dataSource);
        }
        return bean;
    }

    static void check(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            refuseOtherIsolation(connection);
            connection.rollback();
        } catch (SQLException e) {
            throw new DatabaseUnusableException("The database went away during the start.", e);
        }
    }

    private static void refuseOtherIsolation(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw new DatabaseUnusableException(
                    "The database connections are not READ COMMITTED, and edits would be lost: remove"
                            + " what sets another isolation (spring.datasource.hikari.transaction-isolation).");
        }
        if (connection.getAutoCommit()) {
            throw new DatabaseUnusableException(
                    "The database connections commit by themselves, and half an edit could be kept:"
                            + " remove what sets spring.datasource.hikari.auto-commit.");
        }
    }
}
