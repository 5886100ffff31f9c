package io.mergedesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Mergedesk with the demo, as `./run` starts it, in a process of its own on a free port.
final class RunningDemo implements AutoCloseable {

    static final String PASSWORD = "demo";

    private static final Path HOME = Path.of("target", "bench", "demo").toAbsolutePath();
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final String address;
    private final double seconds;

    private RunningDemo(Process process, String address) throws Exception {
        this.process = process;
        this.address = address;
        long start = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException("./run did not come up: see its words above");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        seconds = (System.nanoTime() - start) / 1e9;
    }

    /// Returns once it has served its first page.
    static RunningDemo start() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var command = new ProcessBuilder("./run").inheritIO();
        command.environment().put("MERGEDESK_HOME", HOME.toString());
        command.environment().put("SERVER_PORT", Integer.toString(port));
        return new RunningDemo(command.start(), "http://127.0.0.1:" + port);
    }

    /// From the command to the first page, in seconds.
    double secondsToFirstPage() {
        return seconds;
    }

    String address() {
        return address;
    }

    /// A request as one of the demo's people; the body of the answer.
    String send(String account, HttpRequest.Builder request) throws Exception {
        var pair = (account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "expected success, got " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    /// What is alive on its heap, in MB, after a full collection.
    double liveHeapMegabytes() throws Exception {
        ask("GC.run");
        var matcher = USED.matcher(ask("GC.heap_info"));
        if (!matcher.find()) {
            throw new IllegalStateException("expected 'used …K' from jcmd GC.heap_info");
        }
        return Double.parseDouble(matcher.group(1)) / 1024;
    }

    private String ask(String question) throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked =
                new ProcessBuilder(jcmd, Long.toString(process.pid()), question)
                        .redirectErrorStream(true)
                        .start();
        try (var answer =
                new BufferedReader(
                        new InputStreamReader(asked.getInputStream(), StandardCharsets.UTF_8))) {
            return answer.readAllAsString();
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = request("/login").timeout(Duration.ofSeconds(5)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
        client.close();
    }
}
