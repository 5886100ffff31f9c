package io.mergedesk.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.TestClock;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.memory.MemoryIdempotencyStore;
import io.mergedesk.storage.memory.MemoryTransactions;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class AnswerRetentionTest {

    private static final UserId ANNA = new UserId("anna");

    private final TestClock clock = new TestClock();
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryIdempotencyStore store = new MemoryIdempotencyStore(transactions);

    @Test
    void answers_older_than_the_retention_are_forgotten_and_younger_ones_stay() {
        try (var retention = new AnswerRetention(store, clock, Duration.ofDays(7))) {
            remember("old");
            clock.turn(Duration.ofDays(6));
            remember("young");
            clock.turn(Duration.ofDays(2));

            retention.forget();
        }

        assertThat(store.find(ANNA, "old")).isEmpty();
        assertThat(store.find(ANNA, "young")).isPresent();
    }

    @Test
    void nothing_at_all_is_no_retention() {
        assertThatThrownBy(() -> new AnswerRetention(store, clock, Duration.ZERO))
                .hasMessageContaining("longer than nothing");
    }

    private void remember(String key) {
        var answer =
                new IdempotencyStore.Answer(
                        "00",
                        new EntityId(new UUID(1, 2)),
                        new Revision(1),
                        Collections.emptySortedMap(),
                        Optional.empty());
        TransactionOperations writing = transactions;
        writing.executeWithoutResult(_ -> store.add(ANNA, key, answer, clock.instant()));
    }
}
