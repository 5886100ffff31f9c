package io.mergedesk.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Logs in once before the pool does, to say in one sentence what is wrong with a database.
final class ServerProbe {

    private static final int TIMEOUT_MILLIS = 10_000;

    private ServerProbe() {}

    /// @throws DatabaseUnusableException when it cannot be reached, refuses, or is no MariaDB that
    ///   is new enough
    static void check(DatabaseServer server) {
        try (Connection connection = connect(server)) {
            refuseOtherServers(connection.getMetaData());
        } catch (SQLException e) {
            throw new DatabaseUnusableException(sentence(e), e);
        }
    }

    private static Connection connect(DatabaseServer server) throws SQLException {
        String separator = server.url().contains("?") ? "&" : "?";
        return DriverManager.getConnection(
                server.url() + separator + "connectTimeout=" + TIMEOUT_MILLIS,
                server.user(),
                server.password());
    }

    private static void refuseOtherServers(DatabaseMetaData server) throws SQLException {
        int version = server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion();
        if (!server.getDatabaseProductName().equals("MariaDB") || version < 1011) {
            throw new DatabaseUnusableException(
                    "Mergedesk needs MariaDB 10.11 or newer, and MERGEDESK_DB_URL leads to %s %s."
                            .formatted(
                                    server.getDatabaseProductName(),
                                    server.getDatabaseProductVersion()));
        }
    }

    private static String sentence(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case 1045, 1698 ->
                    "The database refuses the user or the password: check MERGEDESK_DB_USER and"
                            + " MERGEDESK_DB_PASSWORD.";
            case 1044, 1049 ->
                    "The database that MERGEDESK_DB_URL names does not exist, or MERGEDESK_DB_USER may"
                            + " not use it.";
            default -> unreachable(failure);
        };
    }

    private static String unreachable(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "The database cannot be reached (%s): check MERGEDESK_DB_URL and that the server runs."
                .formatted(String.valueOf(root.getMessage()).lines().findFirst().orElse(""));
    }
}
