package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedSignInsTest {

    private final TestClock clock = new TestClock();
    private final FailedSignIns failures = new FailedSignIns(clock);

    @Test
    void the_first_five_attempts_are_free_and_the_sixth_waits() {
        for (var i = 0; i < 5; i++) {
            assertThat(failures.begin("ana", "1.1.1.1")).isEmpty();
        }

        assertThat(failures.begin("ana", "1.1.1.1")).contains(Duration.ofSeconds(1));
    }

    @Test
    void each_failure_doubles_the_wait_up_to_a_minute() {
        for (var i = 0; i < 30; i++) {
            failures.begin("ana", "1.1.1." + i).ifPresent(clock::turn);
            failures.begin("ana", "1.1.1." + i);
        }

        assertThat(failures.begin("ana", "2.2.2.2")).contains(Duration.ofMinutes(1));
    }

    @Test
    void attempts_made_while_waiting_do_not_prolong_it() {
        for (var i = 0; i < 5; i++) {
            failures.begin("ana", "1.1.1.1");
        }
        for (var i = 0; i < 50; i++) {
            failures.begin("ana", "1.1.1.1");
        }

        clock.turn(Duration.ofSeconds(1));

        assertThat(failures.begin("ana", "1.1.1.1")).isEmpty();
    }

    @Test
    void a_success_starts_the_count_again() {
        for (var round = 0; round < 5; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(failures.begin("ana", "1.1.1.1")).isEmpty();
            }
            failures.succeeded("ana", "1.1.1.1");
        }
    }

    @Test
    void a_stranger_does_not_make_somebody_wait_where_they_signed_in_before() {
        failures.begin("ana", "at.home");
        failures.succeeded("ana", "at.home");

        for (var i = 0; i < 20; i++) {
            failures.begin("ana", "stranger");
        }

        assertThat(failures.begin("ana", "stranger")).isPresent();
        assertThat(failures.begin("ana", "at.home")).isEmpty();
    }

    @Test
    void an_address_that_tries_many_accounts_waits_too() {
        for (var i = 0; i < 50; i++) {
            assertThat(failures.begin("account" + i, "1.1.1.1")).isEmpty();
        }

        assertThat(failures.begin("one more", "1.1.1.1")).isPresent();
        assertThat(failures.begin("one more", "2.2.2.2")).isEmpty();
    }

    @Test
    void an_hour_later_everything_is_forgotten() {
        for (var i = 0; i < 5; i++) {
            failures.begin("ana", "1.1.1.1");
        }

        clock.turn(Duration.ofMinutes(61));

        for (var i = 0; i < 5; i++) {
            assertThat(failures.begin("ana", "1.1.1.1")).isEmpty();
        }
    }
}
