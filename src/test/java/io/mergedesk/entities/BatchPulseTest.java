package io.mergedesk.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.TestClock;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.memory.MemoryBatchStore;
import io.mergedesk.storage.memory.MemoryTransactions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchPulseTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final TestClock clock = new TestClock();
    private final MemoryBatchStore store = new MemoryBatchStore();
    private final BatchPulse pulse = new BatchPulse(store, new MemoryTransactions(), clock);
    private final Batch batch =
            new Batch(
                    new BatchId(UUID.randomUUID()),
                    new TypeName("contacts"),
                    "contacts.csv",
                    BatchState.RUNNING,
                    new UserId("anna"),
                    clock.instant(),
                    clock.instant(),
                    Optional.empty(),
                    BatchCounts.of(10));

    @AfterEach
    void close() {
        pulse.close();
    }

    @Test
    void a_batch_whose_step_takes_minutes_is_still_at_work() {
        store.add(batch);

        try (var _ = pulse.of(batch.id())) {
            clock.turn(LONG);
            pulse.beat();

            assertThat(stored().isAtWork(clock.instant())).isTrue();
            assertThat(stored().canBeUndone(clock.instant())).isFalse();
        }
    }

    @Test
    void a_batch_whose_work_has_ended_falls_silent() {
        store.add(batch);
        pulse.of(batch.id()).close();

        clock.turn(LONG);
        pulse.beat();

        assertThat(stored().isInterrupted(clock.instant())).isTrue();
    }

    @Test
    void work_within_work_does_not_end_it() {
        store.add(batch);

        try (var _ = pulse.of(batch.id())) {
            pulse.of(batch.id()).close();
            clock.turn(LONG);
            pulse.beat();

            assertThat(stored().isAtWork(clock.instant())).isTrue();
        }
    }

    @Test
    void it_beats_by_itself() {
        store.add(batch);
        clock.turn(LONG);

        try (var _ = pulse.of(batch.id());
                var beating = pulse.every(Duration.ofMillis(5))) {
            Awaitility.await().until(() -> stored().isAtWork(clock.instant()));
            assertThat(beating).isSameAs(pulse);
        }
    }

    private Batch stored() {
        return store.find(batch.id()).orElseThrow();
    }
}
