package io.mergedesk.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/// How many edits of one text field a second the service saves, against the same statements in
/// plain JDBC on the same server: runs of both in turn.
final class WritePathBenchmark implements Benchmark {

    private static final String NAME = "write-path";
    private static final int CONTACTS = 1_024;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final List<Integer> LEVELS =
            Stream.of(System.getProperty("bench.connections", "1,8,32").split(","))
                    .map(Integer::valueOf)
                    .toList();
    private static final long SECONDS = Long.getLong("bench.seconds", 3);

    @Override
    public List<Figure> run() throws Exception {
        try (var application = Application.startEmpty(NAME)) {
            Contacts.define(application.get(TypeService.class));
            var service = application.get(EntityService.class);
            var pool = application.get(HikariDataSource.class);
            var type = application.get(TypeService.class).find(Contacts.TYPE).orElseThrow();
            var served = new ArrayList<>(Contacts.create(service, CONTACTS, "served"));
            var raw = new ArrayList<RawContact>();
            var unserved = Contacts.create(service, CONTACTS, "raw");
            for (int i = 0; i < CONTACTS; i++) {
                raw.add(new RawContact(type, unserved.get(i), i));
            }
            var both = new Both(service, served, pool, raw);
            both.warmUp();
            var figures = new ArrayList<Figure>();
            for (int connections : LEVELS) {
                figures.addAll(both.measure(connections));
            }
            return figures;
        }
    }

    private record Both(
            EntityService service,
            List<Entity> served,
            HikariDataSource pool,
            List<RawContact> raw) {

        void warmUp() throws Exception {
            raw(8, 2 * SECONDS);
            served(8, 4 * SECONDS);
        }

        List<Figure> measure(int connections) throws Exception {
            var serviceRates = new double[ROUNDS];
            var rawRates = new double[ROUNDS];
            var ratios = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rawRates[i] = raw(connections, SECONDS);
                serviceRates[i] = served(connections, SECONDS);
                ratios[i] = serviceRates[i] / rawRates[i];
            }
            var on = " at " + connections;
            var saves = Figure.of(NAME, "EntityService.save" + on, "a second", serviceRates);
            return List.of(
                    Figure.of(NAME, "the same statements in JDBC" + on, "a second", rawRates),
                    connections == 8 ? saves.atLeast(2_000) : saves,
                    Figure.of(NAME, "ratio" + on, "", ratios).atLeast(0.6));
        }

        private double served(int workers, long seconds) throws Exception {
            var before = ServerCounters.read(pool);
            double rate =
                    new Load(workers, seconds)
                            .perSecond(
                                    worker -> new ServiceWriter(service, served, worker, workers));
            tell("service", workers, rate, seconds, before);
            return rate;
        }

        private double raw(int workers, long seconds) throws Exception {
            var before = ServerCounters.read(pool);
            var writers = new ArrayList<RawWriter>();
            for (int i = 0; i < workers; i++) {
                writers.add(new RawWriter(connect(), raw, i, workers));
            }
            double rate = new Load(workers, seconds).perSecond(writers::get);
            for (var writer : writers) {
                writer.close();
            }
            tell("raw", workers, rate, seconds, before);
            return rate;
        }

        private void tell(String who, int workers, double rate, long seconds, ServerCounters before)
                throws SQLException {
            System.err.printf(
                    "  %-8s %2d  %6.0f a second; each: %s%n",
                    who, workers, rate, ServerCounters.read(pool).since(before, rate * seconds));
        }

        private Connection connect() throws SQLException {
            var settings = new Properties();
            settings.putAll(pool.getDataSourceProperties());
            settings.setProperty("user", String.valueOf(pool.getUsername()));
            settings.setProperty("password", String.valueOf(pool.getPassword()));
            var connection = DriverManager.getConnection(pool.getJdbcUrl(), settings);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return connection;
        }
    }
}
