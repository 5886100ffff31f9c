package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.api.Program;
import io.mergedesk.api.RealtimeProgram;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// kill -9 of the server while people write and a program listens: the program comes back and hears
/// every change once and in order.
class RealtimeIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;
    private volatile boolean finished;

    @Test
    void a_program_hears_every_change_once_though_the_server_is_killed_in_between()
            throws Exception {
        int port = RunningApp.freePort();
        var admin = new Program(port, "admin", "demo");
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            long start;
            Future<?> writer;
            try (var app = RunningApp.launch(home, port, Map.of()).awaitServing()) {
                start = head(admin);
                threads.execute(() -> listen(admin, start));
                writer = threads.submit(() -> write(admin));
                awaitMore(150);
                app.kill();
            }
            try (var _ = RunningApp.launch(home, port, Map.of()).awaitServing()) {
                awaitMore(150);
                stopped = true;
                writer.get();
                long end = head(admin);

                await().atMost(Duration.ofMinutes(1)).until(() -> last(start) == end);

                assertThat(heard)
                        .extracting(event -> event.path("sequence").asLong())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(start + 1, end).boxed().toList());
                assertThat(heard)
                        .extracting(event -> event.at("/data/fields/0/to").asString())
                        .containsAll(acknowledged);
            }
        } finally {
            stopped = true;
            finished = true;
            threads.shutdownNow();
        }
    }

    private void listen(Program program, long start) {
        while (!finished) {
            try (var socket = RealtimeProgram.open(program, "?client=listener")) {
                socket.follow("1", last(start));
                while (true) {
                    heard.add(socket.next("event"));
                }
            } catch (Exception | AssertionError _) {
                // the server is gone, or nothing came for a while: it comes again
            }
        }
    }

    private long last(long start) {
        return heard.isEmpty() ? start : heard.getLast().path("sequence").asLong();
    }

    private void write(Program program) {
        for (int i = 0; !stopped; i++) {
            try {
                var name = "Told " + i;
                program.post(
                                "/api/v1/types/contacts/entities",
                                "{\"fields\":{\"name\":\"" + name + "\"}}")
                        .expect(201);
                acknowledged.add(name);
            } catch (UncheckedIOException | AssertionError _) {
                // not acknowledged: it may be there or not, and is not asked for
            }
        }
    }

    private static long head(Program program) throws Exception {
        try (var socket = RealtimeProgram.connect(program, "", one -> one)) {
            return socket.next("welcome").path("sequence").asLong();
        }
    }

    private void awaitMore(int more) {
        int wanted = acknowledged.size() + more;
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= wanted);
    }
}
