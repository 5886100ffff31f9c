package io.mergedesk.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;

/// What every place that keeps the trail does.
public interface TrailContract {

    Instant NOON = Instant.parse("2026-03-04T12:00:00.123456789Z");
    UserId ANNA = new UserId("anna");

    Trail trail();

    TransactionOperations transactions();

    @Test
    default void an_entry_is_read_as_it_was_noted_cut_to_microseconds() {
        var entry =
                TrailEntry.of(TrailAction.CONFLICT_PARKED, ANNA, NOON)
                        .from("192.0.2.7")
                        .about(new EntityId(new UUID(1, -2)))
                        .about(new TypeName("contacts"))
                        .about(new ConflictId(new UUID(-3, 4)))
                        .with("fields", "phone, “notes”")
                        .with("because", "=cmd|' /C calc'!A0 <img src=x> \u0000 \uD83D\uDE00");

        note(entry);

        assertThat(all()).containsExactly(entry.at(new Sequence(1)));
        assertThat(all().getFirst().at()).isEqualTo("2026-03-04T12:00:00.123456Z");
        assertThat(all().getFirst().details().byName().keySet())
                .containsExactly("fields", "because");
    }

    @Test
    default void an_entry_may_say_little() {
        note(TrailEntry.of(TrailAction.SIGN_IN_REFUSED, Optional.empty(), NOON).from(""));

        var read = all().getFirst();

        assertThat(read.by()).isEmpty();
        assertThat(read.address()).isEmpty();
        assertThat(read.details()).isEqualTo(TrailDetails.NONE);
    }

    @Test
    default void every_action_comes_back_as_itself() {
        for (var action : TrailAction.values()) {
            note(TrailEntry.of(action, ANNA, NOON));
        }

        assertThat(all()).extracting(TrailEntry::action).containsExactly(TrailAction.values());
    }

    @Test
    default void what_is_taken_back_was_never_noted_and_leaves_no_gap() {
        note(TrailEntry.of(TrailAction.SIGN_IN, ANNA, NOON));
        assertThatThrownBy(() ->
                        transactions()
                                .executeWithoutResult(_ -> {
                                    trail().note(TrailEntry.of(TrailAction.EXPORTED, ANNA, NOON));
                                    throw new IllegalStateException("changed my mind");
                                }))
                .hasMessage("changed my mind");

        note(TrailEntry.of(TrailAction.SIGN_OUT, ANNA, NOON));

        assertThat(all())
                .extracting(TrailEntry::action)
                .containsExactly(TrailAction.SIGN_IN, TrailAction.SIGN_OUT);
        assertThat(trail().head()).isEqualTo(new Sequence(2));
    }

    @Test
    default void nothing_is_noted_outside_of_a_transaction() {
        assertThatThrownBy(() -> trail().note(TrailEntry.of(TrailAction.SIGN_IN, ANNA, NOON)))
                .isInstanceOf(IllegalTransactionStateException.class);

        assertThat(trail().head()).isEqualTo(Sequence.START);
    }

    @Test
    default void many_at_once_are_numbered_without_gaps_and_chained() throws Exception {
        int writers = 8;
        int each = 10;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var work =
                    IntStream.range(0, writers)
                            .<Callable<Void>>mapToObj(writer ->
                                    () -> {
                                        for (int i = 0; i < each; i++) {
                                            note(
                                                    TrailEntry.of(TrailAction.EXPORTED, ANNA, NOON)
                                                            .with("rows", writer * each + i));
                                        }
                                        return null;
                                    })
                            .toList();
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        var places = all().stream().map(entry -> entry.sequence().number()).toList();

        assertThat(places)
                .isEqualTo(
                        IntStream.rangeClosed(1, writers * each).mapToObj(i -> (long) i).toList());
        assertThat(all().stream().map(entry -> entry.details().byName().get("rows")).distinct())
                .hasSize(writers * each);
        assertThat(hashes()).doesNotHaveDuplicates().hasSize(writers * each);
    }

    @Test
    default void pages_are_read_from_any_place() {
        for (int i = 0; i < 5; i++) {
            note(TrailEntry.of(TrailAction.EXPORTED, ANNA, NOON).with("rows", i));
        }

        assertThat(trail().after(new Sequence(2), 2))
                .extracting(TrailEntry::sequence)
                .containsExactly(new Sequence(3), new Sequence(4));
        assertThat(trail().after(new Sequence(5), 2)).isEmpty();
    }

    @Test
    default void there_is_no_hash_before_the_first_and_after_the_last() {
        note(TrailEntry.of(TrailAction.SIGN_IN, ANNA, NOON));

        assertThat(trail().hashAt(Sequence.START)).isEmpty();
        assertThat(trail().hashAt(new Sequence(2))).isEmpty();
        assertThat(trail().hashAt(new Sequence(1)))
                .hasValueSatisfying(
                        hash -> assertThat(hash).hasSize(32).isNotEqualTo(HashChain.origin()));
    }

    private List<TrailEntry> all() {
        return trail().after(Sequence.START, 1000);
    }

    private List<String> hashes() {
        var hashes = new ArrayList<String>();
        for (var entry : all()) {
            hashes.add(
                    java.util.HexFormat.of()
                            .formatHex(trail().hashAt(entry.sequence()).orElseThrow()));
        }
        return hashes;
    }

    private void note(TrailEntry entry) {
        transactions().executeWithoutResult(_ -> trail().note(entry));
    }
}
