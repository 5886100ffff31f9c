package io.mergedesk.running;

import static org.awaitility.Awaitility.await;

import io.mergedesk.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The packaged application in another process, with a home and a port of its own, for tests that
/// stop and kill it.
public final class RunningApp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path PROGRAMS =
            TestProcess.folder("test-mariadb").resolve("base").toAbsolutePath();

    private final Process process;
    private final Path home;
    private final int port;
    private final Path errors;

    private RunningApp(Process process, Path home, int port, Path errors) {
        this.process = process;
        this.home = home;
        this.port = port;
        this.errors = errors;
    }

    /// Starts the demo on a free port and waits until it serves.
    public static RunningApp serving(Path home) {
        return launch(home, freePort(), Map.of()).awaitServing();
    }

    /// Starts it with further environment variables and does not wait.
    public static RunningApp launch(Path home, int port, Map<String, String> environment) {
        try {
            Files.createDirectories(home);
            shareServerPrograms(home);
            Path errors = Files.createTempFile(home, "stderr", ".txt");
            var builder =
                    new ProcessBuilder(
                            PackagedApp.JAVA.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-jar",
                            PackagedApp.jar().toString());
            builder.environment()
                    .putAll(
                            Map.of(
                                    "MERGEDESK_HOME", home.toString(),
                                    "SERVER_PORT", Integer.toString(port),
                                    "SPRING_PROFILES_ACTIVE", "demo"));
            builder.environment().putAll(environment);
            builder.redirectError(errors.toFile());
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(home.resolve("stdout.txt").toFile()));
            return new RunningApp(builder.start(), home, port, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunningApp awaitServing() {
        try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> answers(http));
        }
        return this;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    public int port() {
        return port;
    }

    /// The database servers that work on this home now, the orphaned ones too.
    public List<ProcessHandle> databaseServers() {
        String data = "--datadir=" + realPath(home).resolve("data");
        return ProcessHandle.allProcesses()
                .filter(one -> List.of(one.info().arguments().orElse(new String[0])).contains(data))
                .toList();
    }

    /// What it printed on its standard error.
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits until it ends by itself and tells its exit code.
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("It is still running");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// kill -9 of the application alone: its database server stays behind.
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /// kill -9 of the database server alone.
    public void killDatabase() {
        databaseServers().forEach(ProcessHandle::destroyForcibly);
    }

    /// Stops it as Ctrl-C does.
    public int stop() {
        process.destroy();
        return awaitExit();
    }

    /// Leaves nothing behind, whatever state the test left it in.
    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
        killDatabase();
        try {
            Path base = home.resolve("base");
            if (Files.isSymbolicLink(base)) {
                Files.delete(base);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A port that nobody uses now.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "It ended with " + process.exitValue() + ": " + errors());
        }
        try {
            var request = HttpRequest.newBuilder(url()).timeout(Duration.ofSeconds(20)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Unpacking the server takes seconds and 300 MB, so the homes of tests share one.
    private static void shareServerPrograms(Path home) throws IOException {
        Path base = home.resolve("base");
        if (Files.isDirectory(PROGRAMS) && Files.notExists(base)) {
            Files.createSymbolicLink(base, PROGRAMS);
        }
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
