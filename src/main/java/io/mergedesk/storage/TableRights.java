package io.mergedesk.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Gives the application's account its rights table by table, right after each migration, so that
/// new tables get theirs by themselves: it may change and delete rows everywhere but in the trail.
final class TableRights implements BeanPostProcessor {

    /// Tables whose rows nobody but the owner changes or deletes.
    static final Set<String> APPEND_ONLY =
            Set.of("change_log", "trail_entry", "snapshot", "erased_row");

    private static final Logger LOG = LoggerFactory.getLogger(TableRights.class);
    private static final int COMMAND_DENIED = 1142;

    private final ObjectProvider<DatabaseServer> server;
    private final ObjectProvider<DataSource> application;

    TableRights(ObjectProvider<DatabaseServer> server, ObjectProvider<DataSource> application) {
        this.server = server;
        this.application = application;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase) {
            var database = server.getObject();
            database.owner().ifPresent(owner -> grant(database, owner));
            tell();
        }
        return bean;
    }

    private void grant(DatabaseServer database, DatabaseServer.Login owner) {
        try (var asOwner =
                        DriverManager.getConnection(
                                database.url(), owner.user(), owner.password());
                var asApplication = application.getObject().getConnection()) {
            grant(asOwner, account(asApplication));
        } catch (SQLException e) {
            throw new DatabaseUnusableException(
                    "The owner's account cannot give the application its rights (%s): grant it ALL PRIVILEGES with GRANT OPTION on the database."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /// @param account of the form 'user'@'host'
    static void grant(Connection owner, String account) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var table : tables(owner)) {
                if (!APPEND_ONLY.contains(table)) {
                    statement.execute("GRANT UPDATE, DELETE ON `" + table + "` TO " + account);
                }
            }
        }
    }

    /// As the server knows it, host included.
    static String account(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            var parts = row.getString(1);
            int at = parts.lastIndexOf('@');
            return "'%s'@'%s'".formatted(parts.substring(0, at), parts.substring(at + 1));
        }
    }

    /// All but those of Liquibase.
    private static List<String> tables(Connection owner) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT table_name FROM information_schema.tables WHERE table_schema ="
                                        + " DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT"
                                        + " LIKE 'DATABASECHANGELOG%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void tell() {
        try (var connection = application.getObject().getConnection()) {
            if (!isProtected(connection)) {
                LOG.warn(
                        "The audit trail is not protected by rights: the database account {} may"
                                + " change it (see MERGEDESK_DB_OWNER_USER in the README)",
                        account(connection));
            }
            connection.rollback();
        } catch (SQLException e) {
            throw new DatabaseUnusableException("The database went away during the start.", e);
        }
    }

    /// Whether that account is refused when it tries to change the trail; nothing is changed.
    static boolean isProtected(Connection connection) throws SQLException {
        for (var table : APPEND_ONLY) {
            if (may(connection, "DELETE FROM " + table + " WHERE 1 = 0")) {
                return false;
            }
        }
        return !may(connection, "UPDATE change_log SET salt = salt WHERE 1 = 0")
                && !may(connection, "UPDATE trail_entry SET salt = salt WHERE 1 = 0");
    }

    private static boolean may(Connection connection, String attempt) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(attempt);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() != COMMAND_DENIED) {
                throw e;
            }
            return false;
        }
    }
}
