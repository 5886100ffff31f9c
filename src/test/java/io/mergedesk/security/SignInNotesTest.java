package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.TestClock;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.memory.MemoryTrail;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInNotesTest {

    private static final UserId ANA = new UserId("ana");

    private final TestClock clock = new TestClock();
    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryTrail trail = new MemoryTrail(transactions);
    private final TrailQueue queue = new TrailQueue(trail, transactions, Duration.ofSeconds(30));
    private final SignInNotes notes = new SignInNotes(queue, clock);

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void a_session_is_noted_with_its_address_when_it_begins_and_when_it_ends() {
        notes.signedIn(ANA, "192.0.2.7");
        notes.signedOut(ANA, "192.0.2.8");

        assertThat(noted())
                .extracting(TrailEntry::action)
                .containsExactly(TrailAction.SIGN_IN, TrailAction.SIGN_OUT);
        assertThat(noted())
                .extracting(entry -> entry.address().orElseThrow())
                .containsExactly("192.0.2.7", "192.0.2.8");
    }

    @Test
    void a_program_is_noted_once_an_hour_for_each_address_and_way() {
        for (int i = 0; i < 5; i++) {
            notes.programCalled(ANA, "192.0.2.7", "password");
        }
        notes.programCalled(ANA, "192.0.2.8", "password");
        notes.programCalled(ANA, "192.0.2.7", "token");
        clock.turn(Duration.ofHours(1));
        notes.programCalled(ANA, "192.0.2.7", "password");

        assertThat(noted()).hasSize(4);
    }

    @Test
    void guessing_fills_no_disk_and_what_was_left_out_is_told() {
        for (int i = 0; i < SignInNotes.REFUSALS_AN_HOUR + 400; i++) {
            notes.refused(Optional.empty(), "192.0.2." + i % 256, "unknown account");
        }
        clock.turn(Duration.ofHours(1));
        notes.refused(Optional.of(ANA), "192.0.2.7", "wrong password");
        notes.refused(Optional.of(ANA), "192.0.2.7", "wrong password");

        await().untilAsserted(() -> assertThat(noted()).hasSize(SignInNotes.REFUSALS_AN_HOUR + 2));
        var last = noted().subList(SignInNotes.REFUSALS_AN_HOUR, noted().size());
        assertThat(last.getFirst().details().byName())
                .containsEntry("refused before, not noted", "400");
        assertThat(last.getLast().details().byName())
                .containsOnly(java.util.Map.entry("because", "wrong password"));
    }

    private List<TrailEntry> noted() {
        return trail.after(Sequence.START, 10_000);
    }
}
