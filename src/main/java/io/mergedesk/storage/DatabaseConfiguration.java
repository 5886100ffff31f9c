package io.mergedesk.storage;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Connects the pool with the database that the settings name, and stops an embedded one after the
/// pool.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings) {
        if (settings.isEmbedded()) {
            return new DatabaseServer.Embedded(
                    EmbeddedMariaDb.start(settings.homeDirectory(), settings.server()));
        }
        var db = settings.db();
        var server =
                new DatabaseServer.External(db.url(), db.user(), db.password(), settings.owner());
        ServerProbe.check(server);
        return server;
    }

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }

    /// The owner migrates, where there is one.
    @Bean
    LiquibaseConnectionDetails migrationDetails(DatabaseServer server) {
        return new LiquibaseConnectionDetails() {
            @Override
            public @Nullable String getUsername() {
                return server.owner().map(DatabaseServer.Login::user).orElse(null);
            }

            @Override
            public @Nullable String getPassword() {
                return server.owner().map(DatabaseServer.Login::password).orElse(null);
            }

            @Override
            public @Nullable String getJdbcUrl() {
                return server.owner().map(_ -> server.url()).orElse(null);
            }
        };
    }

    @Bean
    OwnerDatabase ownerDatabase(DatabaseServer server, DataSource application) {
        return server.owner()
                .map(owner -> OwnerDatabase.of(server.url(), owner))
                .orElseGet(() -> new OwnerDatabase(application));
    }

    @Bean
    static TableRights tableRights(
            ObjectProvider<DatabaseServer> server, ObjectProvider<DataSource> application) {
        return new TableRights(server, application);
    }

    @Bean
    static DatabaseCheck databaseCheck() {
        return new DatabaseCheck();
    }
}
