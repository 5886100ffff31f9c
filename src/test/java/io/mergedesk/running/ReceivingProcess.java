package io.mergedesk.running;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Starts a [ReceiverProgram], kills it, and reads what it wrote down.
final class ReceivingProcess implements AutoCloseable {

    private final Path folder;
    private final int port;
    private String secret;
    private Process process;

    /// A message that was applied, in the order in which that happened.
    record Applied(String id, String entity, long revision) {}

    private ReceivingProcess(Path folder, int port, String secret) {
        this.folder = folder;
        this.port = port;
        this.secret = secret;
        process = launch();
    }

    static ReceivingProcess start(Path folder, String secret) {
        return new ReceivingProcess(folder, RunningApp.freePort(), secret);
    }

    private Process launch() {
        try {
            var started =
                    new ProcessBuilder(
                                    PackagedApp.JAVA.toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-Xmx128m",
                                    "-cp",
                                    Path.of("target", "test-classes").toAbsolutePath().toString(),
                                    ReceiverProgram.class.getName(),
                                    folder.toString(),
                                    Integer.toString(port),
                                    secret)
                            .inheritIO()
                            .start();
            await().ignoreExceptions().until(this::listens);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/in";
    }

    String secret() {
        return secret;
    }

    /// kill -9, and up again with what it had written down.
    void killAndRestart() {
        close();
        process = launch();
    }

    /// The same, with another secret from now on.
    void killAndRestart(String newSecret) {
        secret = newSecret;
        killAndRestart();
    }

    List<Applied> applied() {
        return lines("applied.txt").stream()
                .map(line -> line.split(" ", -1))
                .map(parts -> new Applied(parts[0], parts[1], Long.parseLong(parts[2])))
                .toList();
    }

    /// What it could not accept.
    List<String> wrong() {
        return lines("wrong.txt");
    }

    private List<String> lines(String name) {
        var file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
