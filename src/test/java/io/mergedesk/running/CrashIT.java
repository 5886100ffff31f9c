package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.api.Answer;
import io.mergedesk.api.Program;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 in the middle of writes, of the database and of everything: what was acknowledged is
/// there afterwards.
///
/// In the manner of Jepsen's append test: every writer appends words of its own to a text that all
/// of them edit.
class CrashIT {

    private static final int WRITERS = 8;
    private static final int CONTACTS = 4;

    @TempDir(cleanup = org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS)
    Path home;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger words = new AtomicInteger();
    private volatile boolean stopped;

    @Test
    void nothing_acknowledged_is_lost_when_the_database_and_then_everything_is_killed()
            throws Exception {
        List<String> contacts = new ArrayList<>();
        try (var app = RunningApp.serving(home);
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var program = new Program(app.port(), "user", "demo");
            for (int i = 0; i < CONTACTS; i++) {
                contacts.add(create(program, "Crash " + i));
            }
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(program, contacts));
            }

            awaitMore(200);
            app.killDatabase();
            awaitMore(200);
            app.kill();
            app.killDatabase();
            stopped = true;
        }

        try (var app = RunningApp.serving(home)) {
            var admin = new Program(app.port(), "admin", "demo");
            var stored = new ArrayList<String>();
            for (var contact : contacts) {
                stored.addAll(
                        admin.get("/api/v1/entities/" + contact)
                                .expect(200)
                                .text("/fields/notes")
                                .lines()
                                .toList());
            }
            assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
            var sequences = sequences(admin);
            assertThat(sequences)
                    .isEqualTo(LongStream.rangeClosed(1, sequences.size()).boxed().toList());
            assertThat(admin.get("/api/v1/audit/verify?deep=true").expect(200).text("/state"))
                    .isEqualTo("intact");
        }
    }

    private static String create(Program program, String name) {
        var answer =
                program.post(
                        "/api/v1/types/contacts/entities",
                        "{\"fields\":{\"name\":\"" + name + "\"}}");
        return answer.expect(201).text("/entity/id");
    }

    private void awaitMore(int more) {
        int wanted = acknowledged.size() + more;
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= wanted);
    }

    private void write(Program program, List<String> contacts) {
        while (!stopped) {
            try {
                int number = words.incrementAndGet();
                append(program, contacts.get(number % CONTACTS), "w" + number);
            } catch (UncheckedIOException | AssertionError _) {
                // not acknowledged: the word may be there or not, and is not asked for
            }
        }
    }

    private void append(Program program, String contact, String word) {
        while (!stopped) {
            Answer now = program.get("/api/v1/entities/" + contact).expect(200);
            var notes = now.text("/fields/notes");
            var all = notes.isEmpty() ? word : notes + "\\n" + word;
            var patch = "{\"fields\":{\"notes\":\"" + all.replace("\n", "\\n") + "\"}}";
            var answer =
                    program.patch("/api/v1/entities/" + contact, now.number("/revision"), patch);
            if (answer.status() == 200) {
                acknowledged.add(word);
                return;
            }
            assertThat(answer.status()).isEqualTo(409);
        }
    }

    private static List<Long> sequences(Program admin) {
        var all = new ArrayList<Long>();
        Answer page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast();
            page = admin.get("/api/v1/changes?limit=500&after=" + after).expect(200);
            page.each("/items", "/sequence").forEach(sequence -> all.add(Long.valueOf(sequence)));
        } while (!page.each("/items", "/sequence").isEmpty());
        return all;
    }
}
