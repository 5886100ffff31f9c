package io.mergedesk.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.memory.MemoryTrail;
import io.mergedesk.storage.memory.MemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrailQueueTest {

    private static final TrailEntry ENTRY =
            TrailEntry.of(TrailAction.SIGN_IN, new UserId("ana"), Instant.EPOCH);

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryTrail trail = new MemoryTrail(transactions);

    @Test
    void an_entry_is_stored_when_note_returns() {
        try (var queue = new TrailQueue(trail, transactions, Duration.ofSeconds(30))) {
            queue.note(ENTRY);

            assertThat(trail.head()).isEqualTo(new Sequence(1));
        }
    }

    @Test
    void a_busy_trail_holds_nobody_up_and_gets_the_entry_later() throws Exception {
        var busy = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        var holder =
                Thread.ofPlatform()
                        .start(() ->
                                transactions.executeWithoutResult(_ -> {
                                    busy.countDown();
                                    waitFor(free);
                                }));
        busy.await();
        try (var queue = new TrailQueue(trail, transactions, Duration.ofMillis(1))) {
            queue.note(ENTRY); // returns, or this test never ends

            free.countDown();
            holder.join();
            await().until(() -> trail.head().equals(new Sequence(1)));
        }
    }

    @Test
    void a_trail_that_is_broken_is_tried_again() {
        var broken = new Broken(trail, 2);
        try (var queue = new TrailQueue(broken, transactions, Duration.ofSeconds(30))) {
            queue.note(ENTRY);

            assertThat(trail.head()).isEqualTo(new Sequence(1));
            assertThat(broken.failures).hasValueLessThanOrEqualTo(0);
        }
    }

    @Test
    void what_waits_is_stored_before_it_closes() {
        var queue = new TrailQueue(trail, transactions, Duration.ofSeconds(30));
        for (int i = 0; i < 50; i++) {
            queue.noteSoon(ENTRY);
        }

        queue.close();

        assertThat(trail.head()).isEqualTo(new Sequence(50));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Fails some times, then works.
    private static final class Broken implements Trail {
        private final Trail trail;
        private final AtomicInteger failures;

        private Broken(Trail trail, int failures) {
            this.trail = trail;
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public TrailEntry note(TrailEntry entry) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the disk is full");
            }
            return trail.note(entry);
        }

        @Override
        public Sequence head() {
            return trail.head();
        }

        @Override
        public List<TrailEntry> after(Sequence place, int limit) {
            return trail.after(place, limit);
        }

        @Override
        public Optional<byte[]> hashAt(Sequence place) {
            return trail.hashAt(place);
        }
    }
}
