package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.audit.Integrity;
import io.mergedesk.entities.World;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.storage.embedded.EmbeddedMariaDb;
import io.mergedesk.storage.embedded.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 of a database with durable commits, while checkpoints are signed as fast as they can be.
class CheckpointCrashTest {

    private static final int WRITERS = 4;

    @TempDir private Path home;

    @Test
    void no_checkpoint_tells_of_a_row_that_the_crash_took_back() throws Exception {
        var settings = new ServerSettings(64, true, Duration.ofMinutes(2));
        try (var server = EmbeddedMariaDb.start(home.resolve("server"), settings);
                var sealed =
                        new SealedWorld(
                                home, new TransactedDatabase(TestDatabase.migrated(server)))) {
            for (int kill = 0; kill < 3; kill++) {
                writeAndSignUntilKilled(sealed, server);
                await().atMost(Duration.ofMinutes(2))
                        .ignoreExceptions()
                        .until(() -> sealed.world.log.head().number() > 0);

                assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
            }
        }
    }

    private static void writeAndSignUntilKilled(SealedWorld sealed, EmbeddedMariaDb server)
            throws Exception {
        var stopped = new AtomicBoolean();
        var signed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            for (int i = 0; i < WRITERS; i++) {
                threads.execute(() -> repeat(stopped, () -> write(sealed.world)));
            }
            threads.execute(() ->
                    repeat(
                            stopped,
                            () -> {
                                sealed.writer.sign();
                                signed.incrementAndGet();
                            }));
            await().atMost(Duration.ofMinutes(1)).until(() -> signed.get() > 30);
            var process = ProcessHandle.of(server.pid()).orElseThrow();
            assertThat(process.destroyForcibly()).isTrue();
            process.onExit().get();
            stopped.set(true);
        }
    }

    private static void write(World world) {
        world.create(ANNA, "name", "Quay");
    }

    private static void repeat(AtomicBoolean stopped, Runnable work) {
        while (!stopped.get()) {
            try {
                work.run();
            } catch (RuntimeException _) {
                // the database is gone: that is the point
            }
        }
    }
}
