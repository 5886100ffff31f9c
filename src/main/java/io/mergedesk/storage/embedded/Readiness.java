package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Waits until a starting server lets the application's account in, recovery included.
record Readiness(String url, String user, String password) {

    private static final Duration PAUSE = Duration.ofMillis(50);

    void await(ServerProcess process, Home home, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new EmbeddedServerException(
                        "The database server stopped while starting (%s); its log is %s."
                                .formatted(lastError(home), home.log()));
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new EmbeddedServerException(
                        "The database server was not ready within %d seconds; its log is %s."
                                .formatted(
                                        TimeUnit.NANOSECONDS.toSeconds(patience.toNanos()),
                                        home.log()));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isReady() {
        try (var connection =
                DriverManager.getConnection(url + "?connectTimeout=2000", user, password)) {
            return connection.isValid(2);
        } catch (SQLException _) {
            return false;
        }
    }

    private static String lastError(Home home) {
        try {
            return Files.readString(home.log(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.contains("[ERROR]"))
                    .map(line ->
                            line.substring(line.indexOf("[ERROR]") + "[ERROR]".length()).strip())
                    .findFirst()
                    .orElse("no reason given");
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }
}
