package io.mergedesk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.Sequence;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FeedPulseTest {

    @Test
    void whoever_waits_is_woken_at_once_to_look_whether_they_still_may() throws Exception {
        var pulse = new FeedPulse();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var grown = threads.submit(() -> pulse.awaitAfter(Sequence.START, Duration.ofHours(1)));

            await().untilAsserted(() -> {
                pulse.wake();
                assertThat(grown.isDone()).isTrue();
            });

            assertThat(grown.get()).isFalse();
        }
    }
}
