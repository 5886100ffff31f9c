package io.mergedesk.storage;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;

/// The MariaDB that keeps the records: one of your own, or the one that runs beside the
/// application.
sealed interface DatabaseServer extends AutoCloseable {

    String url();

    String user();

    String password();

    @Override
    default void close() {}

    record External(String url, String user, String password) implements DatabaseServer {

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
        public void close() {
            server.close();
        }
    }
}
