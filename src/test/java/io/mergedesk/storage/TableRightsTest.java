package io.mergedesk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import io.mergedesk.storage.embedded.ServerSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the application's own account may do with the tables, on an embedded server.
class TableRightsTest {

    private static final ServerSettings SETTINGS =
            new ServerSettings(64, false, Duration.ofMinutes(2));

    @TempDir private static Path home;
    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedMariaDb.start(home, SETTINGS);
        migrateAndGrant();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE change_log SET author = 'mallory'",
                "DELETE FROM change_log",
                "REPLACE INTO change_log SELECT * FROM change_log",
                "TRUNCATE TABLE change_log",
                "DROP TABLE change_log",
                "ALTER TABLE change_log DROP PRIMARY KEY",
                "UPDATE trail_entry SET author = 'mallory'",
                "DELETE FROM trail_entry",
                "UPDATE snapshot SET field_values = '{}'",
                "DELETE FROM erased_row",
                "GRANT UPDATE ON change_log TO CURRENT_USER()"
            })
    void the_application_cannot_change_the_trail(String statement) throws SQLException {
        try (var connection = application()) {
            assertThatThrownBy(() -> execute(connection, statement))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
            assertThat(TableRights.isProtected(connection)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE feed_head SET sequence = sequence",
                "UPDATE trail_head SET sequence = sequence",
                "DELETE FROM entity_index",
                "UPDATE entity SET revision = revision",
                "DELETE FROM draft",
                "SELECT * FROM feed_head FOR UPDATE",
                "INSERT INTO trail_entry SELECT * FROM trail_entry",
                "INSERT INTO change_log SELECT * FROM change_log"
            })
    void the_application_may_do_the_rest(String statement) throws SQLException {
        try (var connection = application()) {
            execute(connection, statement);
        }
    }

    @Test
    void the_owner_may_erase() throws SQLException {
        try (var connection = owner()) {
            execute(connection, "UPDATE change_log SET author = author");
            assertThat(TableRights.isProtected(connection)).isFalse();
        }
    }

    @Test
    void a_table_of_a_later_migration_gets_its_rights_by_itself() throws Exception {
        try (var connection = owner()) {
            execute(connection, "CREATE TABLE later (id INT NOT NULL PRIMARY KEY)");
        }

        migrateAndGrant();

        try (var connection = application()) {
            execute(connection, "INSERT INTO later (id) VALUES (1)");
            execute(connection, "UPDATE later SET id = 2");
            execute(connection, "DELETE FROM later");
        }
    }

    @Test
    void a_home_of_before_loses_the_rights_it_had_and_a_restart_keeps_those_it_needs(
            @TempDir Path old) throws Exception {
        try (var before = EmbeddedMariaDb.start(old, SETTINGS);
                var connection = owner(before)) {
            migrate(owner(before));
            execute(
                    connection,
                    "GRANT ALL PRIVILEGES ON `mergedesk%`.* TO 'mergedesk'@'127.0.0.1'");
            TableRights.grant(connection, "'mergedesk'@'127.0.0.1'");
        }

        try (var after = EmbeddedMariaDb.start(old, SETTINGS);
                var connection =
                        DriverManager.getConnection(after.url(), after.user(), after.password())) {
            assertThat(TableRights.isProtected(connection)).isTrue();
            execute(connection, "UPDATE feed_head SET sequence = sequence");
        }
    }

    private static void migrateAndGrant() throws Exception {
        migrate(owner());
        try (var owner = owner();
                var application = application()) {
            TableRights.grant(owner, TableRights.account(application));
        }
    }

    /// Closes the connection.
    private static void migrate(Connection connection) throws Exception {
        try (var liquibase = TestDatabase.liquibase(connection)) {
            TestDatabase.quietly(liquibase::update);
        }
    }

    private static Connection application() throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }

    private static Connection owner() throws SQLException {
        return owner(server);
    }

    private static Connection owner(EmbeddedMariaDb of) throws SQLException {
        return DriverManager.getConnection(of.url(), of.ownerUser(), of.ownerPassword());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
