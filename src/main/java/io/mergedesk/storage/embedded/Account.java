package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;

/// An account on the server, which each start makes anew with a password of the home's.
///
/// The owner may do everything with the application's schemas: it migrates, erases, and gives the
/// application its rights table by table ([io.mergedesk.storage] says which). The application by
/// itself may only read and add.
record Account(String schema, String user, String password) {

    static Account application(Home home) {
        return new Account("mergedesk", "mergedesk", home.password());
    }

    static Account owner(Home home) {
        return new Account("mergedesk", "mergedesk_owner", home.ownerPassword());
    }

    /// The server runs this file before it lets anyone in; strangers' accounts are removed.
    ///
    /// Rights on single tables are left as they are: the server may be started again under an
    /// application that goes on.
    static void write(Home home) {
        var application = application(home);
        var owner = owner(home);
        try {
            Home.writePrivately(
                    home.initFile(),
                    String.join(
                            "\n",
                            "CREATE DATABASE IF NOT EXISTS " + application.schema + ";",
                            "DROP DATABASE IF EXISTS test;",
                            "DELETE FROM mysql.global_priv WHERE User = '';",
                            "FLUSH PRIVILEGES;",
                            owner.made(),
                            "GRANT ALL PRIVILEGES ON %s TO %s WITH GRANT OPTION;"
                                    .formatted(owner.schemas(), owner.name()),
                            application.made(),
                            // homes of before: the account had all rights, and revoking what
                            // was never granted is an error
                            "GRANT ALL PRIVILEGES ON %s TO %s;"
                                    .formatted(application.schemas(), application.name()),
                            "REVOKE ALL PRIVILEGES ON %s FROM %s;"
                                    .formatted(application.schemas(), application.name()),
                            "GRANT SELECT, INSERT ON %s TO %s;"
                                    .formatted(application.schemas(), application.name()),
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String made() {
        return "CREATE USER IF NOT EXISTS %s;\nALTER USER %s IDENTIFIED BY '%s';"
                .formatted(name(), name(), password);
    }

    private String name() {
        return "'%s'@'127.0.0.1'".formatted(user);
    }

    private String schemas() {
        return "`" + schema + "%`.*";
    }

    @Override
    public String toString() {
        return user + "@" + schema;
    }
}
