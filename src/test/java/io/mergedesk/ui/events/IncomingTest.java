package io.mergedesk.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncomingTest {

    private final Incoming incoming = new Incoming();

    @Test
    void what_came_is_taken_once_in_its_order() {
        incoming.on(List.of(notice(1), notice(2)));

        var batch = incoming.take();

        assertThat(batch.oldestFirst()).containsExactly(notice(1), notice(2));
        assertThat(batch.counts()).containsEntry(EventName.SYNC_QUEUED, 2L);
        assertThat(batch.skipped()).isFalse();
        assertThat(incoming.take().oldestFirst()).isEmpty();
    }

    @Test
    void the_oldest_give_way_but_are_counted() {
        incoming.on(IntStream.range(0, 301).mapToObj(IncomingTest::notice).toList());

        var batch = incoming.take();

        assertThat(batch.oldestFirst()).hasSize(300).startsWith(notice(1));
        assertThat(batch.counts()).containsEntry(EventName.SYNC_QUEUED, 301L);
        assertThat(batch.skipped()).isTrue();
    }

    @Test
    void falling_behind_the_bus_is_told() {
        incoming.refresh();

        assertThat(incoming.take().skipped()).isTrue();
    }

    private static Event notice(int number) {
        return new Event.Notice(EventName.SYNC_QUEUED, Instant.EPOCH, "job " + number, "");
    }
}
