package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Role;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long a refusal takes must not tell which accounts exist. Measured with the work factor of
/// production, in processor time of this thread, as this machine does other things too.
class SignInTimingTest {

    private static final int ATTEMPTS = 15;

    private final PeopleDesk desk = new PeopleDesk(10);

    @Test
    void an_account_that_does_not_exist_takes_as_long_to_refuse_as_one_that_does() {
        for (var i = 0; i < ATTEMPTS; i++) {
            join("known" + i);
        }

        var known = median(i -> "known" + i);
        var unknown = median(i -> "unknown" + i);
        var impossible = median("no such name "::repeat);

        for (var other : List.of(unknown, impossible)) {
            assertThat((double) other / known).isBetween(0.5, 2.0);
        }
    }

    private void join(String account) {
        var request = new NewPerson(account, "Ana", Role.USER, Set.of(), "four small words");
        assertThat(desk.people.admitForDemo(request)).isInstanceOf(PeopleOutcome.Done.class);
    }

    private long median(IntFunction<String> account) {
        return IntStream.range(0, ATTEMPTS)
                .mapToLong(i -> nanos(account.apply(i), "198.51.100." + i))
                .sorted()
                .skip(ATTEMPTS / 2)
                .findFirst()
                .orElseThrow();
    }

    private long nanos(String account, String address) {
        desk.clock.turn(Duration.ofHours(2)); // what failed before is forgotten
        var threads = ManagementFactory.getThreadMXBean();
        var begun = threads.getCurrentThreadCpuTime();
        var outcome = desk.signIn.withPassword(account, "wrong", address);
        var taken = threads.getCurrentThreadCpuTime() - begun;
        assertThat(outcome).isEqualTo(new SignInOutcome.Wrong());
        return taken;
    }
}
