package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.api.Answer;
import io.mergedesk.api.Program;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The promise, checked by machine: no value disappears.
///
/// In the manner of Jepsen's append test. Programs, imports and a person at the screen write values
/// that nobody else writes, on bases that are stale at random; supervisors decide conflicts at
/// random and take decisions back; the database and then everything is killed in between.
/// Afterwards every acknowledged value is in the history or in a conflict, every history leads to
/// what is there now, and the chains are intact.
class NothingLostIT {

    private static final int WRITERS = 6;
    private static final int CONTACTS = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    private final Acknowledged acknowledged = new Acknowledged();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger typed = new AtomicInteger();
    private volatile boolean stopped;

    @Test
    void every_acknowledged_value_is_in_the_history_or_in_a_conflict_whatever_is_killed() {
        List<String> contacts;
        try (var app = RunningApp.serving(home);
                var threads = Executors.newFixedThreadPool(WRITERS + 3)) {
            try {
                var user = new Program(app.port(), "user", "demo");
                contacts = IntStream.range(0, CONTACTS).mapToObj(i -> create(user, i)).toList();
                writeFromEverywhere(app.port(), contacts, threads);

                awaitMore(150);
                await().atMost(Duration.ofMinutes(2)).until(() -> typed.get() > 2);
                app.killDatabase();
                awaitMore(150);
                app.kill();
                app.killDatabase();
            } finally {
                stopped = true;
            }
        }

        try (var app = RunningApp.serving(home)) {
            var admin = new Program(app.port(), "admin", "demo");
            var kept = new KeptValues(admin, contacts);
            var missing = new TreeSet<>(acknowledged.values());
            missing.removeAll(kept.values());
            assertThat(missing).as("acknowledged and not kept").isEmpty();
            assertThat(kept.openConflicts()).isPositive();
            kept.assertThatHistoriesLeadToWhatIsThere();
            kept.assertThatBadgesTellOpenConflicts();
            kept.assertThatSettledStaysSettled(acknowledged.settled());
            var verified = admin.get("/api/v1/audit/verify").expect(200);
            assertThat(verified.text("/state")).as(verified.response().body()).isEqualTo("intact");
        }
    }

    private void writeFromEverywhere(int port, List<String> contacts, Executor threads) {
        var user = new Program(port, "user", "demo");
        var supervisor = new Program(port, "supervisor", "demo");
        for (int i = 0; i < WRITERS; i++) {
            var random = new Random(i);
            var program = i % 2 == 0 ? user : supervisor;
            threads.execute(() -> untilStopped(() -> write(program, contacts, random)));
        }
        var random = new Random(WRITERS);
        threads.execute(() -> untilStopped(() -> bringIn(user, contacts, random)));
        threads.execute(() -> untilStopped(() -> decide(supervisor, new Random(99))));
        threads.execute(() -> typeIn(port, contacts));
    }

    private static String create(Program program, int number) {
        return program.post(
                        "/api/v1/types/contacts/entities",
                        "{\"fields\":{\"name\":\"Checked %d\",\"phone\":\"start\"}}"
                                .formatted(number))
                .expect(201)
                .text("/entity/id");
    }

    private void awaitMore(int more) {
        int wanted = acknowledged.count() + more;
        await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.count() >= wanted);
    }

    private void untilStopped(Runnable work) {
        while (!stopped) {
            try {
                work.run();
            } catch (UncheckedIOException _) {
                // not acknowledged: it may be there or not, and is not asked for
            }
        }
    }

    /// A value of its own, on the current revision or one of the two before.
    private void write(Program program, List<String> contacts, Random random) {
        var contact = contacts.get(random.nextInt(CONTACTS));
        long base = base(program, contact, random);
        var value = valueOf("program");
        var other = random.nextBoolean() ? ",\"company\":\"" + value + "\"" : "";
        var answer =
                program.patch(
                        "/api/v1/entities/" + contact,
                        base,
                        "{\"fields\":{\"phone\":\"" + value + "\"" + other + "}}");
        if (answer.status() == 200 || isParked(answer)) {
            acknowledged.value(value);
        }
    }

    /// One that nobody else writes, and that names its writer.
    private String valueOf(String writer) {
        return writer + " " + numbers.incrementAndGet();
    }

    private static long base(Program program, String contact, Random random) {
        var now = program.get("/api/v1/entities/" + contact);
        return now.status() == 200 ? Math.max(1, now.number("/revision") - random.nextInt(3)) : 1;
    }

    private static boolean isParked(Answer answer) {
        return answer.status() == 409 && !answer.at("/conflictId").isNull();
    }

    /// A file that was exported some time ago.
    private void bringIn(Program program, List<String> contacts, Random random) {
        var contact = contacts.get(random.nextInt(CONTACTS));
        var value = valueOf("file");
        var answer =
                program.sendCsv(
                        "/api/v1/types/contacts/import",
                        "id,revision,Phone\n%s,%d,%s\n"
                                .formatted(contact, base(program, contact, random), value));
        if (answer.status() == 200) {
            acknowledged.value(value);
        }
    }

    /// At the screen, as long as there is one.
    private void typeIn(int port, List<String> contacts) {
        try (var screen = new ScreenWriter(port, "user")) {
            var random = new Random(77);
            untilStopped(() -> {
                var value = valueOf("screen");
                if (screen.write(contacts.get(random.nextInt(CONTACTS)), value)) {
                    acknowledged.value(value);
                    typed.incrementAndGet();
                }
            });
        }
    }

    private void decide(Program program, Random random) {
        var open = program.get("/api/v1/conflicts?status=open&limit=5");
        if (open.status() != 200) {
            return;
        }
        for (var conflict : open.each("/items", "/id")) {
            var now = program.get("/api/v1/conflicts/" + conflict);
            if (now.status() != 200 || random.nextInt(3) == 0) {
                continue;
            }
            var choice = random.nextBoolean() ? "mine" : "theirs";
            var fields = String.join("\":\"" + choice + "\",\"", now.each("/fields", "/field"));
            var answer =
                    program.post(
                            "/api/v1/conflicts/" + conflict + "/resolution",
                            now.number("/version"),
                            "{\"fields\":{\"%s\":\"%s\"},\"revision\":%d}"
                                    .formatted(fields, choice, now.number("/revision")));
            if (answer.status() == 200) {
                acknowledged.settled(conflict);
            }
        }
    }
}
