package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import io.mergedesk.storage.embedded.ServerSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting, stopping and dying, with real processes and a real database.
class RunningIT {

    @TempDir private Path home;

    @Test
    void starts_again_after_everything_was_killed() {
        try (var first = RunningApp.serving(home)) {
            first.kill();
            first.killDatabase();
        }

        try (var second = RunningApp.serving(home)) {
            assertThat(second.databaseServers()).hasSize(1);
        }
    }

    @Test
    void replaces_the_database_server_that_a_killed_application_left_behind() {
        try (var first = RunningApp.serving(home)) {
            first.kill();
            var orphans = first.databaseServers();
            assertThat(orphans).hasSize(1);

            try (var second = RunningApp.serving(home)) {
                assertThat(second.databaseServers())
                        .hasSize(1)
                        .doesNotContainAnyElementsOf(orphans);
                assertThat(second.stop()).isEqualTo(143);
                assertThat(second.databaseServers()).isEmpty();
            }
        }
    }

    @Test
    void refuses_a_home_in_use_and_brings_back_its_own_database_server() {
        try (var first = RunningApp.serving(home);
                var second = RunningApp.launch(home, RunningApp.freePort(), Map.of())) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.errors())
                    .isEqualToIgnoringNewLines(
                            "Another Mergedesk is running in "
                                    + home
                                    + ": stop it first, or set MERGEDESK_HOME to another directory.");

            var killed = first.databaseServers();
            first.killDatabase();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(first.databaseServers())
                                    .hasSize(1)
                                    .doesNotContainAnyElementsOf(killed));
        }
    }

    @Test
    void says_in_one_sentence_that_the_port_is_taken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var app = RunningApp.launch(home, taken.getLocalPort(), Map.of())) {
            assertThat(app.awaitExit()).isEqualTo(1);
            assertThat(app.errors())
                    .isEqualToIgnoringNewLines(
                            "Port "
                                    + taken.getLocalPort()
                                    + " is taken: stop the program that uses it, or set SERVER_PORT"
                                    + " to another port.");
            assertThat(app.databaseServers()).isEmpty();
        }
    }

    @Test
    void says_in_one_sentence_that_the_database_is_unreachable() {
        String url = "jdbc:mariadb://127.0.0.1:" + RunningApp.freePort() + "/mergedesk";

        try (var app = launchWith(Map.of("MERGEDESK_DB_URL", url))) {
            assertThat(app.awaitExit()).isEqualTo(1);
            assertThat(app.errors().strip())
                    .hasLineCount(1)
                    .startsWith("The database cannot be reached (");
        }
    }

    @Test
    void says_in_one_sentence_that_the_password_is_wrong() {
        try (var server = EmbeddedMariaDb.start(home.resolve("server"), ServerSettings.SAFE);
                var app =
                        launchWith(
                                Map.of(
                                        "MERGEDESK_DB_URL", server.url(),
                                        "MERGEDESK_DB_USER", server.user(),
                                        "MERGEDESK_DB_PASSWORD", "wrong"))) {
            assertThat(app.awaitExit()).isEqualTo(1);
            assertThat(app.errors())
                    .isEqualToIgnoringNewLines(
                            "The database refuses the user or the password: check MERGEDESK_DB_USER"
                                    + " and MERGEDESK_DB_PASSWORD.");
        }
    }

    @Test
    void refuses_connections_of_another_isolation() {
        try (var app =
                launchWith(
                        Map.of(
                                "SPRING_DATASOURCE_HIKARI_TRANSACTIONISOLATION",
                                "TRANSACTION_REPEATABLE_READ"))) {
            assertThat(app.awaitExit()).isEqualTo(1);
            assertThat(app.errors().strip())
                    .hasLineCount(1)
                    .startsWith("The database connections are not READ COMMITTED");
        }
    }

    private RunningApp launchWith(Map<String, String> environment) {
        return RunningApp.launch(home, RunningApp.freePort(), environment);
    }
}
