package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private final RetryPolicy policy =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(1), 8);

    @Test
    void the_bound_doubles_up_to_the_cap() {
        assertThat(policy.bound(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.bound(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(policy.bound(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(policy.bound(5)).isEqualTo(Duration.ofMinutes(1));
        assertThat(policy.bound(5_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void delays_are_drawn_from_nothing_to_the_bound() {
        var random = new Random(3);
        var longest = Duration.ZERO;
        var shortest = Duration.ofDays(1);
        for (int i = 0; i < 1_000; i++) {
            var delay = policy.delay(3, random);
            assertThat(delay).isBetween(Duration.ZERO, policy.bound(3));
            longest = delay.compareTo(longest) > 0 ? delay : longest;
            shortest = delay.compareTo(shortest) < 0 ? delay : shortest;
        }
        assertThat(longest).isGreaterThan(Duration.ofSeconds(19));
        assertThat(shortest).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void it_is_over_after_so_many_attempts() {
        assertThat(policy.isOver(7)).isFalse();
        assertThat(policy.isOver(8)).isTrue();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ofMinutes(1), 8))
                .hasMessageContaining("first delay");
        assertThatThrownBy(() -> new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(1), 8))
                .hasMessageContaining("longest delay");
        assertThatThrownBy(() -> new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 0))
                .hasMessageContaining("at least one");
    }
}
