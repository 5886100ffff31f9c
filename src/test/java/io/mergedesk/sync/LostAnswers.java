package io.mergedesk.sync;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A database whose connection dies right after it has committed, so that nobody hears of it: for
/// some of the transactions that make a statement of a kind.
final class LostAnswers extends DelegatingDataSource {

    private final AtomicInteger toLose = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile String statement = "";

    LostAnswers(DataSource pool) {
        super(pool);
    }

    /// @param what a part of the statement, in lower case without quotes
    /// @param times how many of these transactions
    void lose(String what, int times) {
        statement = what;
        lost.set(0);
        toLose.set(times);
    }

    /// How many answers were lost.
    int lost() {
        return lost.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        var dies = new boolean[1];
        return (Connection)
                Proxy.newProxyInstance(
                        Connection.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            try {
                                var result = method.invoke(connection, arguments);
                                switch (method.getName()) {
                                    case "prepareStatement" -> dies[0] |= isMeant(arguments[0]);
                                    case "commit" -> {
                                        if (dies[0] && toLose.getAndDecrement() > 0) {
                                            lost.incrementAndGet();
                                            connection.abort(Runnable::run);
                                            throw new SQLNonTransientConnectionException(
                                                    "Socket error: Connection reset", "08000");
                                        }
                                        dies[0] = false;
                                    }
                                    case "rollback" -> dies[0] = false;
                                    default -> {}
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private boolean isMeant(Object sql) {
        return toLose.get() > 0
                && sql.toString().toLowerCase(Locale.ROOT).replace("`", "").contains(statement);
    }
}
