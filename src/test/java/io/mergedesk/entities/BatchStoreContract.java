package io.mergedesk.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of batches does. The type `contacts` is there.
public interface BatchStoreContract {

    Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    BatchStore batches();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void a_batch_is_found_as_it_was_added() {
        var batch = batch("anna", NOON);

        add(batch);

        assertThat(batches().find(batch.id())).contains(batch);
        assertThat(batches().find(new BatchId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void the_latest_batch_comes_first_and_people_can_be_told_apart() {
        var older = batch("anna", NOON);
        var newer = batch("ben", NOON.plusSeconds(5));
        add(newer);
        add(older);

        assertThat(batches().latest(Optional.empty(), 10)).containsExactly(newer, older);
        assertThat(batches().latest(Optional.empty(), 1)).containsExactly(newer);
        assertThat(batches().latest(Optional.of(new UserId("anna")), 10)).containsExactly(older);
    }

    @Test
    default void a_batch_moves_on_with_its_counts() {
        var batch = batch("anna", NOON);
        add(batch);
        var further =
                batch.seen(new BatchCounts(10, 4, 3, 2, 1), NOON.plusSeconds(9))
                        .in(BatchState.DONE, NOON.plusSeconds(10));

        boolean replaced = inTransaction(() -> batches().replace(further, BatchState.RUNNING));

        assertThat(replaced).isTrue();
        assertThat(batches().find(batch.id())).contains(further);
    }

    @Test
    default void a_batch_in_another_state_than_expected_stays_as_it_is() {
        var batch = batch("anna", NOON);
        add(batch);

        boolean replaced =
                inTransaction(() ->
                        batches().replace(batch.in(BatchState.UNDONE, NOON), BatchState.UNDOING));

        assertThat(replaced).isFalse();
        assertThat(batches().find(batch.id())).contains(batch);
    }

    @Test
    default void batches_at_work_are_seen_without_touching_their_counts() {
        var working = batch("anna", NOON);
        var other = batch("anna", NOON);
        var finished = batch("anna", NOON).in(BatchState.DONE, NOON.plusSeconds(1));
        add(working);
        add(other);
        add(finished);

        inTransaction(() -> {
            batches().seen(List.of(working.id(), finished.id()), NOON.plusSeconds(50));
            return working;
        });

        assertThat(batches().find(working.id()))
                .contains(working.seen(working.counts(), NOON.plusSeconds(50)));
        assertThat(batches().find(other.id())).contains(other);
        assertThat(batches().find(finished.id())).contains(finished);
    }

    private void add(Batch batch) {
        inTransaction(() -> {
            batches().add(batch);
            return batch;
        });
    }

    private static Batch batch(String startedBy, Instant at) {
        return new Batch(
                new BatchId(UUID.randomUUID()),
                new TypeName("contacts"),
                "contacts.csv",
                BatchState.RUNNING,
                new UserId(startedBy),
                at,
                at,
                Optional.empty(),
                BatchCounts.of(10));
    }
}
