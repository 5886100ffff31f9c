package io.mergedesk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.TestClock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkMachineTest {

    private static final LinkSignal WANTED = new LinkSignal.Wanted();
    private static final LinkSignal OPENED = new LinkSignal.Opened();
    private static final LinkSignal LOST = new LinkSignal.Lost("it cannot be reached");

    private final TestClock clock = new TestClock();
    private final LinkMachine machine = new LinkMachine(clock, new Random(7));

    @Test
    void comes_up_when_it_is_wanted() {
        var connecting = machine.after(new LinkState.Closed("paused"), WANTED);
        var live = machine.after(connecting, OPENED);

        assertThat(connecting).isEqualTo(new LinkState.Connecting(clock.instant(), 0));
        assertThat(live).isEqualTo(new LinkState.Live(clock.instant(), 0));
        assertThat(machine.after(live, WANTED)).isEqualTo(live);
    }

    @Test
    void rests_after_each_failure_and_counts_them() {
        LinkState state = new LinkState.Closed("not begun");
        for (int i = 1; i <= 4; i++) {
            state = machine.after(machine.after(state, WANTED), LOST);

            assertThat(state)
                    .isInstanceOfSatisfying(
                            LinkState.Resting.class,
                            resting ->
                                    assertThat(resting.problem())
                                            .isEqualTo("it cannot be reached"));
            assertThat(((LinkState.Resting) state).failed()).isEqualTo(i);
        }
    }

    @Test
    void the_pause_is_drawn_evenly_from_nothing_to_a_bound_that_doubles_up_to_a_minute() {
        for (int failed = 1; failed <= 12; failed++) {
            long bound = Math.min(60_000, 1_000L << (failed - 1));
            var connecting = new LinkState.Connecting(clock.instant(), failed - 1);
            var pauses =
                    IntStream.range(0, 2_000)
                            .mapToLong(_ -> pause(machine.after(connecting, LOST)))
                            .summaryStatistics();

            assertThat(pauses.getMax()).isLessThanOrEqualTo(bound);
            assertThat(pauses.getMin()).isLessThan(bound / 10);
            assertThat(pauses.getAverage()).isBetween(bound * 0.45, bound * 0.55);
        }
    }

    @Test
    void one_that_stayed_up_begins_anew_and_one_that_falls_at_once_does_not() {
        var live = machine.after(new LinkState.Connecting(clock.instant(), 5), OPENED);
        clock.turn(Duration.ofSeconds(29));
        assertThat(machine.after(live, LOST))
                .extracting(state -> ((LinkState.Resting) state).failed())
                .isEqualTo(6);

        clock.turn(Duration.ofSeconds(1));

        assertThat(machine.after(live, LOST))
                .extracting(state -> ((LinkState.Resting) state).failed())
                .isEqualTo(1);
    }

    @Test
    void late_news_changes_nothing() {
        var closed = new LinkState.Closed("paused");
        var resting = new LinkState.Resting(clock.instant(), 2, "x");

        assertThat(machine.after(closed, OPENED)).isEqualTo(closed);
        assertThat(machine.after(closed, LOST)).isEqualTo(closed);
        assertThat(machine.after(resting, OPENED)).isEqualTo(resting);
        assertThat(machine.after(resting, LOST)).isEqualTo(resting);
        assertThat(machine.after(resting, new LinkSignal.Unwanted("removed")))
                .isEqualTo(new LinkState.Closed("removed"));
    }

    private long pause(LinkState state) {
        return Duration.between(clock.instant(), ((LinkState.Resting) state).until()).toMillis();
    }
}
