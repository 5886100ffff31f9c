package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.api.Program;
import io.mergedesk.running.ReceivingProcess.Applied;
import io.mergedesk.sync.Secrets;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Other systems are told everything, each change once, in the order of each record, whoever
/// crashes.
///
/// Programs change and delete records, and the secret is replaced, while the receiver is busy,
/// drops requests and drops answers; the database, the application, both, and the receiver are
/// killed in between. Afterwards the receiver has applied what the feed has: no change less, none
/// twice, none before an earlier one of the same record, each of them signed, and each attempt with
/// the same bytes.
class SyncIT {

    private static final int WRITERS = 6;
    private static final int CONTACTS_OF_A_WRITER = 8;
    private static final int CHANGES_OF_A_ROUND = 600;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path home;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path receiving;

    private final AtomicInteger changes = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger deleted = new AtomicInteger();

    private record Told(String entity, long revision) {}

    @Test
    void every_change_reaches_a_webhook_once_and_in_order_whatever_is_killed() {
        try (var receiver = ReceivingProcess.start(receiving, Secrets.generate())) {
            long start;
            try (var app = RunningApp.serving(home)) {
                var admin = new Program(app.port(), "admin", "demo");
                start = changesAfter(admin, 0, new HashSet<>());
                var target = addTarget(admin, receiver);
                whileWriting(
                        app,
                        () -> {
                            awaitMore();
                            app.killDatabase();
                            awaitMore();
                            receiver.killAndRestart();
                            awaitMore();
                            rotateSecret(admin, target, receiver);
                            awaitMore();
                            app.kill();
                        });
            }
            try (var app = RunningApp.serving(home)) {
                whileWriting(
                        app,
                        () -> {
                            awaitMore();
                            app.kill();
                            app.killDatabase();
                        });
            }
            try (var app = RunningApp.serving(home)) {
                var admin = new Program(app.port(), "admin", "demo");
                var committed = new HashSet<Told>();
                changesAfter(admin, start, committed);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> told(receiver).containsAll(committed) && isIdle(admin));

                assertThat(receiver.wrong()).isEmpty();
                assertThat(committed).hasSizeGreaterThan(4 * CHANGES_OF_A_ROUND);
                assertThat(told(receiver)).isEqualTo(committed);
                assertThat(receiver.applied()).hasSameSizeAs(committed);
                assertThat(receiver.applied()).extracting(Applied::id).doesNotHaveDuplicates();
                assertThatEachRecordWentForward(receiver.applied());
                assertThat(deleted).hasValueGreaterThan(50);
                assertThat(jobs(admin, "dead")).isEmpty();
            }
        }
    }

    /// The receiver learns of the new secret while both sign, and the old one is dropped then.
    private void rotateSecret(Program admin, String target, ReceivingProcess receiver) {
        var secret = admin.post(target + "/secret", "{}").expect(200).text("/secret");
        // what was under way with the old one alone has arrived
        awaitMore();
        receiver.killAndRestart(secret);
        awaitMore();
        admin.send(target + "/secret/previous", request -> request.DELETE()).expect(200);
    }

    private static String addTarget(Program admin, ReceivingProcess receiver) {
        var id =
                admin.post(
                                "/api/v1/sync/targets",
                                """
                                {"name":"receiver","kind":"webhook","url":"%s","secret":"%s",\
                                "events":["entity:*"],"types":[],"priority":"high","concurrency":32,\
                                "retry":{"initialDelay":"PT1S","maxDelay":"PT5S","maxAttempts":100},\
                                "allowPrivateAddress":true}\
                                """
                                        .formatted(receiver.url(), receiver.secret()))
                        .expect(201)
                        .number("/id");
        return "/api/v1/sync/targets/" + id;
    }

    /// Has programs change records of their own until the work is done.
    private void whileWriting(RunningApp app, Runnable work) {
        var stopped = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                var program = new Program(app.port(), "user", "demo");
                threads.execute(() -> write(program, stopped));
            }
            try {
                work.run();
            } finally {
                stopped.set(true);
            }
        }
    }

    private void write(Program program, AtomicBoolean stopped) {
        var mine = new ArrayList<String>();
        while (!stopped.get()) {
            try {
                if (mine.size() < CONTACTS_OF_A_WRITER) {
                    create(program, mine);
                } else if (numbers.incrementAndGet() % 25 == 0) {
                    delete(program, mine.removeFirst());
                } else {
                    change(program, mine.get(numbers.get() % mine.size()));
                }
            } catch (UncheckedIOException _) {
                // it may be committed or not: the feed will say
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private void create(Program program, List<String> mine) {
        var answer =
                program.post(
                        "/api/v1/types/contacts/entities",
                        "{\"fields\":{\"name\":\"Told %d\"}}".formatted(numbers.incrementAndGet()));
        if (answer.status() == 201) {
            mine.add(answer.text("/entity/id"));
            changes.incrementAndGet();
        }
    }

    private void change(Program program, String contact) {
        var now = program.get("/api/v1/entities/" + contact);
        if (now.status() == 200) {
            var answer =
                    program.patch(
                            "/api/v1/entities/" + contact,
                            now.number("/revision"),
                            "{\"fields\":{\"phone\":\"%d\"}}".formatted(numbers.incrementAndGet()));
            if (answer.status() == 200) {
                changes.incrementAndGet();
            }
        }
    }

    private void delete(Program program, String contact) {
        var now = program.get("/api/v1/entities/" + contact);
        if (now.status() == 200) {
            var answer =
                    program.send(
                            "/api/v1/entities/" + contact,
                            request ->
                                    request.header(
                                                    "If-Match",
                                                    "\"" + now.number("/revision") + "\"")
                                            .DELETE());
            if (answer.status() / 100 == 2) {
                deleted.incrementAndGet();
                changes.incrementAndGet();
            }
        }
    }

    private void awaitMore() {
        int wanted = changes.get() + CHANGES_OF_A_ROUND;
        await().atMost(PATIENCE).until(() -> changes.get() >= wanted);
    }

    /// Adds what the feed has after a place to `all`.
    ///
    /// @return where the feed ends
    private static long changesAfter(Program admin, long start, Set<Told> all) {
        long after = start;
        while (true) {
            var page = admin.get("/api/v1/changes?limit=1000&after=" + after).expect(200);
            var sequences = page.each("/items", "/sequence");
            if (sequences.isEmpty()) {
                return after;
            }
            var entities = page.each("/items", "/entityId");
            var revisions = page.each("/items", "/revision");
            for (int i = 0; i < sequences.size(); i++) {
                all.add(new Told(entities.get(i), Long.parseLong(revisions.get(i))));
            }
            after = Long.parseLong(sequences.getLast());
        }
    }

    private static Set<Told> told(ReceivingProcess receiver) {
        return receiver.applied().stream()
                .map(one -> new Told(one.entity(), one.revision()))
                .collect(Collectors.toSet());
    }

    private static boolean isIdle(Program admin) {
        return Stream.of("waiting", "ready", "running")
                .allMatch(state -> jobs(admin, state).isEmpty());
    }

    private static List<String> jobs(Program admin, String state) {
        return admin.get("/api/v1/sync/jobs?state=" + state).expect(200).each("/items", "/id");
    }

    private static void assertThatEachRecordWentForward(List<Applied> applied) {
        var last = new HashMap<String, Long>();
        assertThat(applied)
                .allSatisfy(one -> {
                    assertThat(one.revision()).isGreaterThan(last.getOrDefault(one.entity(), 0L));
                    last.put(one.entity(), one.revision());
                });
    }
}
