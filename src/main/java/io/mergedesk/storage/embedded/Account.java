package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The application's account, which each start of the server makes anew with the home's password.
record Account(String schema, String user, String password) {

    static Account of(Home home) {
        return new Account("mergedesk", "mergedesk", home.password());
    }

    /// The server runs this file before it lets anyone in; strangers' accounts are removed.
    void writeInto(Home home) {
        String account = "'%s'@'127.0.0.1'".formatted(user);
        try {
            Home.writePrivately(
                    home.initFile(),
                    String.join(
                            "\n",
                            "CREATE DATABASE IF NOT EXISTS " + schema + ";",
                            "DROP DATABASE IF EXISTS test;",
                            "DELETE FROM mysql.global_priv WHERE User = '';",
                            "FLUSH PRIVILEGES;",
                            "CREATE USER IF NOT EXISTS " + account + ";",
                            "ALTER USER " + account + " IDENTIFIED BY '" + password + "';",
                            "GRANT ALL PRIVILEGES ON `" + schema + "%`.* TO " + account + ";",
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return user + "@" + schema;
    }
}
