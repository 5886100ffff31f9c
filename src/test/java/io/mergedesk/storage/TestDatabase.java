package io.mergedesk.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mergedesk.TestProcess;
import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import io.mergedesk.storage.embedded.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.NullMarked;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A real MariaDB for tests: one server for each process that runs tests, a new migrated schema per
/// call.
///
/// With MERGEDESK_TEST_DB_URL (and _USER, _PASSWORD) the schemas are made on that server instead of
/// an embedded one.
@NullMarked
public final class TestDatabase {

    private static final String CHANGES = "db/changelog/db.changelog-master.yaml";
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");
    private static final String PREFIX = "mergedesk_test_" + TestProcess.number() + "_";
    private static final Server SERVER = Server.start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /// Earlier ones give their idle connections back when the next is made: a server allows 151.
    private static final List<HikariDataSource> POOLS = new CopyOnWriteArrayList<>();

    private TestDatabase() {}

    /// A pool with the settings of the application on a schema of its own, migrated and without
    /// rows.
    public static DataSource fresh() {
        DataSource dataSource = empty();
        migrate(dataSource);
        return dataSource;
    }

    private static void migrate(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                var liquibase = liquibase(connection)) {
            quietly(liquibase::update);
        } catch (Exception e) {
            throw new IllegalStateException("The test schema could not be migrated", e);
        }
    }

    /// Runs something of Liquibase without its progress on the console.
    static void quietly(Scope.ScopedRunner<?> work) throws Exception {
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), work);
    }

    /// Gives a Spring test a new schema of this server, which its own start migrates.
    public static void register(DynamicPropertyRegistry registry) {
        String schema = SERVER.create(nextName());
        registry.add("mergedesk.db.url", () -> SERVER.url() + "/" + schema);
        registry.add("mergedesk.db.user", SERVER::user);
        registry.add("mergedesk.db.password", SERVER::password);
        registry.add("mergedesk.home", TestDatabase::home);
    }

    /// A new home, as what is signed in one of another database would contradict this one.
    public static String home() {
        try {
            return Files.createTempDirectory("mergedesk-test-home").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same without any table.
    static DataSource empty() {
        String schema = SERVER.create(nextName());
        return pool(SERVER.url() + "/" + schema, SERVER.user(), SERVER.password());
    }

    /// A migrated schema on a server that the test starts and kills itself.
    public static DataSource migrated(EmbeddedMariaDb server) {
        var schema = pool(server.url(), server.ownerUser(), server.ownerPassword());
        migrate(schema);
        return schema;
    }

    private static DataSource pool(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName(url.substring(url.lastIndexOf('/') + 1));
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(32);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        POOLS.forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        var pool = new HikariDataSource(config);
        POOLS.add(pool);
        return pool;
    }

    private static String nextName() {
        return PREFIX + SCHEMAS.incrementAndGet();
    }

    static Liquibase liquibase(Connection connection) throws LiquibaseException {
        LIQUIBASE.setLevel(Level.WARNING);
        var database =
                DatabaseFactory.getInstance()
                        .findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return new Liquibase(CHANGES, new ClassLoaderResourceAccessor(), database);
    }

    /// Where the schemas live.
    private record Server(String url, String user, String password) {

        static Server start() {
            Server server =
                    Optional.ofNullable(System.getenv("MERGEDESK_TEST_DB_URL"))
                            .map(Server::ofYourOwn)
                            .orElseGet(Server::embedded);
            server.dropSchemasOfEarlierRuns();
            return server;
        }

        private static Server ofYourOwn(String url) {
            return new Server(
                    url.replaceFirst("/$", ""),
                    System.getenv().getOrDefault("MERGEDESK_TEST_DB_USER", "root"),
                    System.getenv().getOrDefault("MERGEDESK_TEST_DB_PASSWORD", ""));
        }

        private static Server embedded() {
            var settings = new ServerSettings(256, false, Duration.ofMinutes(2));
            var server = EmbeddedMariaDb.start(TestProcess.folder("test-mariadb"), settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-mariadb-stop"));
            return new Server(
                    server.url().substring(0, server.url().lastIndexOf('/')),
                    server.ownerUser(),
                    server.ownerPassword());
        }

        String create(String schema) {
            run(
                    "CREATE DATABASE "
                            + schema
                            + " CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci");
            return schema;
        }

        private void dropSchemasOfEarlierRuns() {
            for (String schema : schemas()) {
                run("DROP DATABASE " + schema);
            }
        }

        private List<String> schemas() {
            var names = new ArrayList<String>();
            try (var connection = connect();
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery(
                                            "SHOW DATABASES LIKE '"
                                                    + PREFIX.replace("_", "\\_")
                                                    + "%'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            } catch (SQLException e) {
                throw new IllegalStateException("The test server does not answer", e);
            }
        }

        private void run(String statement) {
            try (var connection = connect();
                    var prepared = connection.prepareStatement(statement)) {
                prepared.execute();
            } catch (SQLException e) {
                throw new IllegalStateException("The test server refuses: " + statement, e);
            }
        }

        private Connection connect() throws SQLException {
            return DriverManager.getConnection(url + "/", user, password);
        }
    }
}
