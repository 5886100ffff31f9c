package io.mergedesk.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A pool that gives out no connection for a while, in the words of the real one that waited in
/// vain.
final class ExhaustedPool extends DelegatingDataSource {

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean exhausted;

    ExhaustedPool(DataSource pool) {
        super(pool);
    }

    void exhausted(boolean now) {
        exhausted = now;
    }

    /// How often somebody asked in vain.
    int refused() {
        return refused.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (exhausted) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException(
                    "Connection is not available, request timed out after 30000ms");
        }
        return super.getConnection();
    }
}
