package io.mergedesk.storage;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
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
        var server = new DatabaseServer.External(db.url(), db.user(), db.password());
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

    @Bean
    static DatabaseCheck databaseCheck() {
        return new DatabaseCheck();
    }
}
