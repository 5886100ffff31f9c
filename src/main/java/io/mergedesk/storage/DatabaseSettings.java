package io.mergedesk.storage;

import io.mergedesk.storage.embedded.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the records are kept: environment variables MERGEDESK_HOME and MERGEDESK_DB_URL, _USER,
/// _PASSWORD, _OWNER_USER, _OWNER_PASSWORD.
///
/// @param home the directory of the embedded server; not used with a database of your own
/// @param db a MariaDB of your own, or the embedded one's memory
@ConfigurationProperties("mergedesk")
record DatabaseSettings(@DefaultValue("data") String home, @DefaultValue Db db) {

    /// @param url of the form jdbc:mariadb://host:3306/mergedesk; empty for the embedded server
    /// @param owner the account that owns the tables; without one, the application's does
    record Db(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue Owner owner,
            @Nullable Integer bufferPoolMegabytes) {}

    record Owner(@DefaultValue("") String user, @DefaultValue("") String password) {}

    boolean isEmbedded() {
        return db.url().isBlank();
    }

    Optional<DatabaseServer.Login> owner() {
        return db.owner().user().isBlank()
                ? Optional.empty()
                : Optional.of(new DatabaseServer.Login(db.owner().user(), db.owner().password()));
    }

    Path homeDirectory() {
        return Path.of(home);
    }

    ServerSettings server() {
        Integer megabytes = db.bufferPoolMegabytes();
        return megabytes == null
                ? ServerSettings.SAFE
                : ServerSettings.SAFE.withBufferPoolMegabytes(megabytes);
    }
}
