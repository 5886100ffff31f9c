package io.mergedesk.realtime;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.World;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.RecordsWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GatewayTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final World world = RecordsWorld.inMemory();
    private final AtomicInteger encoded = new AtomicInteger();
    private final EventEncoding encoding =
            new EventEncoding() {
                @Override
                public String of(Change change) {
                    encoded.incrementAndGet();
                    return "{}";
                }

                @Override
                public String of(Event event) {
                    return "{}";
                }
            };
    private final LiveFeed feed = new LiveFeed(world.service, world.bus, encoding, world.clock);
    private final HeldLine line = new HeldLine();
    private final Gateway gateway =
            new Gateway(feed, world.bus, encoding, RealtimeLimits.USUAL, world.clock);

    @AfterEach
    void close() {
        gateway.close();
        feed.close();
        world.close();
    }

    @Test
    void a_subscription_goes_from_the_past_into_the_present_without_a_seam() {
        for (int i = 0; i < 450; i++) {
            world.create(ANNA, "name", "old " + i);
        }
        var client = connect(ANNA);
        client.receive(subscribe("entity:*", 0L));

        for (int i = 0; i < 50; i++) {
            world.create(ANNA, "name", "new " + i);
        }

        await().untilAsserted(() -> assertThat(sequences()).hasSize(500));
        assertThat(sequences())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
    }

    @Test
    void an_event_is_written_once_for_all_who_are_told() {
        var lines = new ArrayList<HeldLine>();
        for (int i = 0; i < 20; i++) {
            var one = new HeldLine();
            lines.add(one);
            gateway.connect(visitor(() -> Optional.of(BEN)), one).receive(subscribe("*", null));
        }
        await().until(() -> lines.stream().allMatch(one -> one.frames.size() == 2));

        world.create(ANNA, "name", "x");

        await().until(() -> lines.stream().allMatch(one -> one.frames.size() == 3));
        assertThat(encoded).hasValue(1);
        assertThat(gateway.figures().sent()).isEqualTo(20);
    }

    @Test
    void one_that_is_stuck_is_told_so_and_cut_and_goes_on_from_there() {
        var client = connect(ANNA);
        client.receive(subscribe("entity:*", null));
        await().until(() -> line.frames.size() == 2);
        line.hold();
        world.create(ANNA, "name", "1");
        world.create(ANNA, "name", "2");
        await().until(line::isWaiting);

        world.clock.turn(Duration.ofSeconds(11));
        line.release();

        await().until(() -> line.closed.get() != null);
        assertThat(line.closed).hasValue(CloseReason.BEHIND);
        long told = sequences().getLast();
        assertThat(line.frames.getLast())
                .isEqualTo("{\"type\":\"behind\",\"sequence\":" + told + "}");
        await().until(() -> gateway.figures().clients() == 0);
        assertThat(gateway.figures().cut()).isEqualTo(1);
    }

    @Test
    void one_that_cannot_take_what_is_told_once_only_is_cut() {
        connect(ADMIN).receive(subscribe("network:*", null));
        await().until(() -> line.frames.size() == 2);
        line.hold();

        for (int i = 0; i <= RealtimeLimits.USUAL.waiting() + 1; i++) {
            world.bus.publish(new Event.Notice(EventName.NETWORK_ONLINE, Instant.EPOCH, "a", ""));
        }
        line.release();

        await().until(() -> line.closed.get() == CloseReason.BEHIND);
    }

    @Test
    void rights_are_looked_at_for_each_event() {
        var now = new AtomicReference<>(Optional.of(NORA));
        var client = gateway.connect(visitor(now::get), line);
        client.receive(subscribe("entity:*", null));
        await().until(() -> line.frames.size() == 2);
        world.create(NORA, "name", "north", "team", "north");
        await().until(() -> sequences().size() == 1);

        now.set(Optional.of(ANNA));
        world.create(NORA, "name", "north too", "team", "north");
        world.create(ANNA, "name", "all");
        await().until(() -> sequences().size() == 2);
        now.set(Optional.empty());
        gateway.wake();

        await().until(() -> line.closed.get() == CloseReason.NO_ACCESS);
        assertThat(sequences()).containsExactly(1L, 3L);
    }

    @Test
    void conflicts_are_told_to_supervisors_and_those_they_are_about() {
        var conflict =
                new Event.ConflictChanged(
                        Instant.EPOCH,
                        Event.ConflictChanged.What.PARKED,
                        new ConflictId(UUID.randomUUID()),
                        new EntityId(UUID.randomUUID()),
                        World.CONTACTS,
                        ANNA.id(),
                        ANNA.id(),
                        Set.of(),
                        Optional.empty());

        assertThat(EventRights.maySee(conflict, ANNA)).isTrue();
        assertThat(EventRights.maySee(conflict, SUE)).isTrue();
        assertThat(EventRights.maySee(conflict, BEN)).isFalse();
    }

    @Test
    void a_client_is_asked_now_and_then_and_closed_after_a_long_silence() {
        var client = connect(ANNA);
        await().until(() -> line.pings.size() == 1);
        world.clock.turn(Duration.ofSeconds(25));
        client.wake();
        await().until(() -> line.pings.size() == 2);
        client.pong(line.pings.getFirst());
        assertThat(client.health().latency()).isEmpty();
        world.clock.turn(Duration.ofMillis(40));
        client.pong(line.pings.getLast());
        assertThat(client.health().latency()).contains(Duration.ofMillis(40));

        world.clock.turn(Duration.ofSeconds(61));
        client.wake();

        await().until(() -> line.closed.get() == CloseReason.SILENT);
    }

    @Test
    void a_gap_in_what_was_heard_is_read_from_the_feed() {
        world.create(ANNA, "name", "1");
        await().until(() -> feed.told().equals(new Sequence(1)));
        var missed = new ArrayList<Event>();
        try (var _ = world.bus.subscribe(io.mergedesk.events.Pattern.ALL, listener(missed))) {
            feed.close();
            world.create(ANNA, "name", "2");
            world.create(ANNA, "name", "3");
            await().until(() -> missed.size() == 2);
        }

        feed.on(missed.subList(1, 2));

        assertThat(feed.after(new Sequence(1), 10, ANNA).items())
                .extracting(item -> item.sequence().number())
                .containsExactly(2L, 3L);
        assertThat(feed.after(new Sequence(3), 10, ANNA).items()).isEmpty();
    }

    @Test
    void what_is_kept_follows_its_entity_into_another_team() {
        var contact = world.create(NORA, "name", "x");
        await().until(() -> feed.told().equals(new Sequence(1)));
        assertThat(feed.after(Sequence.START, 10, ANNA).items()).hasSize(1);

        world.update(ADMIN, contact.id(), 1, "team", "north");

        await().until(() -> feed.told().equals(new Sequence(2)));
        assertThat(feed.after(Sequence.START, 10, ANNA).items()).isEmpty();
        assertThat(feed.after(Sequence.START, 10, NORA).items()).hasSize(2);
    }

    private static io.mergedesk.events.EventListener listener(List<Event> all) {
        return new io.mergedesk.events.EventListener() {
            @Override
            public void on(List<Event> events) {
                all.addAll(events);
            }

            @Override
            public void refresh() {}
        };
    }

    private Client connect(Actor actor) {
        return gateway.connect(visitor(() -> Optional.of(actor)), line);
    }

    private static Visitor visitor(java.util.function.Supplier<Optional<Actor>> reader) {
        var person = reader.get().orElseThrow().id();
        return new Visitor(person, Optional.empty(), reader, "127.0.0.1");
    }

    private static String subscribe(String events, @org.jspecify.annotations.Nullable Long after) {
        return "{\"type\":\"subscribe\",\"ref\":\"1\",\"events\":[\"%s\"]%s}"
                .formatted(events, after == null ? "" : ",\"after\":" + after);
    }

    private List<Long> sequences() {
        return line.frames.stream()
                .map(JSON::readTree)
                .filter(frame -> frame.path("type").asString().equals("event"))
                .map(frame -> frame.path("sequence").asLong())
                .toList();
    }
}
