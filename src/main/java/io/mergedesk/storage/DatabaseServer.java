package io.mergedesk.storage;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import java.util.Optional;

/// The MariaDB that keeps the records: one of your own, or the one that runs beside the
/// application.
sealed interface DatabaseServer extends AutoCloseable {

    String url();

    String user();

    String password();

    /// The account that owns the tables, where it is another than the application's.
    Optional<Login> owner();

    @Override
    default void close() {}

    /// How somebody signs in to a server.
    record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    record External(String url, String user, String password, Optional<Login> owner)
            implements DatabaseServer {

        public External {
            if (!url.startsWith("jdbc:mariadb:")) {
                throw new DatabaseUnusableException(
                        "MERGEDESK_DB_URL must look like jdbc:mariadb://host:3306/mergedesk, and does"
                                + " not.");
            }
        }
    }

    record Embedded(EmbeddedMariaDb server) implements DatabaseServer {

        @Override
        public String url() {
            return server.url();
        }

        @Override
        public String user() {
            return server.user();
        }

        @Override
        public String password() {
            return server.password();
        }

        @Override
        public Optional<Login> owner() {
            return Optional.of(new Login(server.ownerUser(), server.ownerPassword()));
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
