package io.mergedesk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedTest {

    private final TestClock clock = new TestClock();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private int done;
    private final Paced paced =
            new Paced(
                    () -> done++,
                    Duration.ofMillis(200),
                    clock,
                    delay -> {
                        delays.add(delay);
                        return later::add;
                    });

    @Test
    void the_first_time_is_at_once() {
        paced.run();

        assertThat(done).isEqualTo(1);
        assertThat(later).isEmpty();
    }

    @Test
    void what_is_asked_for_too_soon_is_done_once_when_it_is_time() {
        paced.run();
        clock.turn(Duration.ofMillis(50));
        paced.run();
        paced.run();
        assertThat(done).isEqualTo(1);
        assertThat(delays).containsExactly(Duration.ofMillis(150));

        clock.turn(Duration.ofMillis(150));
        later.removeFirst().run();

        assertThat(done).isEqualTo(2);
        assertThat(later).isEmpty();
    }

    @Test
    void after_a_pause_it_is_at_once_again() {
        paced.run();
        clock.turn(Duration.ofMillis(200));

        paced.run();

        assertThat(done).isEqualTo(2);
    }
}
