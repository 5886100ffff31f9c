package io.mergedesk.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.events.Event.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class EventBusTest {

    private final java.util.concurrent.ExecutorService threads =
            Executors.newVirtualThreadPerTaskExecutor();
    private final EventBus bus = new EventBus(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static class Recorder implements EventListener {

        final List<String> details = new CopyOnWriteArrayList<>();
        volatile int refreshes;

        @Override
        public void on(List<Event> events) {
            events.forEach(event -> details.add(((Notice) event).detail()));
        }

        @Override
        public synchronized void refresh() {
            refreshes++;
        }
    }

    private static Notice notice(EventName name, int number) {
        return new Notice(name, Instant.EPOCH, "target", "" + number);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "*, entity:created, true",
        "entity:*, entity:deleted, true",
        "entity:*, sync:failed, false",
        "sync:*, sync:conflict, true",
        "network:online, network:online, true",
        "network:online, network:offline, false",
    })
    void a_pattern_matches_by_name_family_or_all(String pattern, String name, boolean expected) {
        assertThat(new Pattern(pattern).matches(EventName.parse(name).orElseThrow()))
                .isEqualTo(expected);
    }

    @Test
    void the_nine_names_are_those_of_the_design() {
        assertThat(List.of(EventName.values()))
                .extracting(EventName::wireName)
                .containsExactly(
                        "entity:created",
                        "entity:updated",
                        "entity:deleted",
                        "sync:queued",
                        "sync:completed",
                        "sync:failed",
                        "sync:conflict",
                        "network:online",
                        "network:offline");
        assertThat(Pattern.parse("entity")).isEmpty();
    }

    @Test
    void every_subscriber_gets_what_it_wants_in_order() {
        var all = new Recorder();
        var failures = new Recorder();
        bus.subscribe(Pattern.ALL, all);
        bus.subscribe(Pattern.of(EventName.SYNC_FAILED), failures);

        for (int i = 0; i < 500; i++) {
            bus.publish(notice(i % 2 == 0 ? EventName.SYNC_FAILED : EventName.SYNC_QUEUED, i));
        }

        await().until(() -> all.details.size() == 500 && failures.details.size() == 250);
        assertThat(all.details).isEqualTo(IntStream.range(0, 500).mapToObj(i -> "" + i).toList());
        assertThat(failures.details)
                .isEqualTo(IntStream.range(0, 250).mapToObj(i -> "" + 2 * i).toList());
    }

    @Test
    void a_slow_subscriber_delays_nobody_and_is_told_to_refresh() throws Exception {
        var gate = new CountDownLatch(1);
        var slow =
                new Recorder() {
                    @Override
                    public void on(List<Event> events) {
                        try {
                            gate.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        super.on(events);
                    }
                };
        var quick = new Recorder();
        bus.subscribe(Pattern.ALL, slow);
        bus.subscribe(Pattern.ALL, quick);

        for (int i = 0; i < 3_000; i++) {
            int number = i;
            bus.publish(notice(EventName.SYNC_QUEUED, number));
            if (i % 100 == 99) {
                await().until(() -> quick.details.size() == number + 1);
            }
        }
        gate.countDown();

        await().until(() -> slow.details.contains("2999"));
        assertThat(slow.refreshes).isPositive();
        assertThat(quick.details).hasSize(3_000);
        assertThat(quick.refreshes).isZero();
    }

    @Test
    void a_closed_subscription_gets_nothing_more_and_a_failing_one_goes_on() {
        var closed = new Recorder();
        var failing =
                new Recorder() {
                    @Override
                    public void on(List<Event> events) {
                        super.on(events);
                        throw new IllegalStateException("planted");
                    }
                };
        bus.subscribe(Pattern.ALL, closed).close();
        bus.subscribe(Pattern.ALL, failing);

        bus.publish(notice(EventName.SYNC_QUEUED, 1));
        await().until(() -> failing.details.size() == 1);
        bus.publish(notice(EventName.SYNC_QUEUED, 2));

        await().until(() -> failing.details.size() == 2);
        assertThat(closed.details).isEmpty();
        assertThat(bus.subscribers()).isEqualTo(1);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void debug_mode_logs_each_delivery_until_it_is_switched_off(CapturedOutput output) {
        bus.subscribe(Pattern.ALL, new Recorder());
        bus.subscribe(Pattern.of(EventName.SYNC_FAILED), new Recorder());

        bus.publish(notice(EventName.SYNC_QUEUED, 41));
        bus.setDebug(true);
        bus.publish(notice(EventName.SYNC_QUEUED, 42));
        bus.publish(notice(EventName.SYNC_FAILED, 43));
        bus.setDebug(false);
        bus.publish(notice(EventName.SYNC_QUEUED, 44));

        assertThat(output.getOut().lines().filter(line -> line.contains("subscribers: ")))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .contains("sync:queued to 1 of 2 subscribers", "detail=42"),
                        line ->
                                assertThat(line)
                                        .contains(
                                                "sync:failed to 2 of 2 subscribers", "detail=43"));
    }

    @Test
    void the_last_hundred_events_are_kept() {
        for (int i = 0; i < 130; i++) {
            bus.publish(notice(EventName.SYNC_QUEUED, i));
        }

        var kept = new ArrayList<String>();
        bus.history().forEach(event -> kept.add(((Notice) event).detail()));
        assertThat(kept).hasSize(EventBus.HISTORY).startsWith("30").endsWith("129");
    }
}
