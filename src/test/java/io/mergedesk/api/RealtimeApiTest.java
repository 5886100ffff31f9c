package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import io.mergedesk.realtime.CloseReason;
import io.mergedesk.realtime.Gateway;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@Timeout(120)
class RealtimeApiTest extends ApiTest {

    private static final int WRITERS = 6;
    private static final int EDITS = 40;

    @Autowired private Gateway gateway;
    @Autowired private EventBus bus;
    @Autowired private TurnedClock clock;

    @AfterEach
    void everybodyLeaves() {
        await().until(() -> gateway.health().isEmpty());
    }

    @Test
    void a_program_is_greeted_and_told_what_happens() throws Exception {
        try (var program = RealtimeProgram.connect(user, "?client=desk-1", one -> one)) {
            var welcome = program.next("welcome");
            assertThat(welcome.path("client").asString()).isEqualTo("desk-1");
            assertThat(welcome.path("heartbeat").asInt()).isEqualTo(25);
            program.follow("a", null);

            var id = create("{\"name\":\"Zoé\"}");

            var event = program.next("event");
            assertThat(event.path("ref").asString()).isEqualTo("a");
            assertThat(event.path("event").asString()).isEqualTo("entity:created");
            assertThat(event.at("/data/entityId").asString()).isEqualTo(id);
            assertThat(event.at("/data/fields/0/to").asString()).isEqualTo("Zoé");
            assertThat(event.at("/data/sequence")).isEqualTo(event.path("sequence"));
            assertThat(event.path("sequence").asLong())
                    .isEqualTo(welcome.path("sequence").asLong() + 1);
        }
    }

    @Test
    void one_that_stops_reading_is_cut_and_everybody_else_is_told_everything() throws Exception {
        int most = 600;
        var id = create("{\"name\":\"long\"}");
        long start = head();
        double cut = metric("mergedesk_realtime_cut_total");
        try (var slow = RawProgram.open(user);
                var quick = RealtimeProgram.open(supervisor, "").follow("1", start)) {
            slow.send(
                    "{\"type\":\"subscribe\",\"ref\":\"1\",\"events\":[\"entity:*\"],\"after\":%d}"
                            .formatted(start));
            assertThat(slow.next().text()).contains("subscribed");

            long last = start;
            for (int i = 1; i <= most && !isStuck(); i++) {
                noteMuch(id, i);
                last = quick.next("event").path("sequence").asLong();
                assertThat(last).isEqualTo(start + i);
            }
            assertThat(metric("mergedesk_realtime_backlog_most")).isPositive();
            clock.turn(Duration.ofSeconds(11));

            var told = new ArrayList<RawProgram.Frame>();
            do {
                told.add(slow.next());
            } while (!told.getLast().isClose());
            assertThat(told.getLast().closeCode()).isEqualTo(CloseReason.BEHIND.code());
            var texts = told.stream().filter(RawProgram.Frame::isText).toList();
            long place = start + texts.size() - 1;
            assertThat(texts.getLast().text())
                    .isEqualTo("{\"type\":\"behind\",\"sequence\":" + place + "}");
            assertThat(place).isBetween(start + 1, last - 1);
            await().until(() -> metric("mergedesk_realtime_cut_total") == cut + 1);
            try (var again = RealtimeProgram.open(user, "?client=raw").follow("1", place)) {
                for (long next = place + 1; next <= last; next++) {
                    assertThat(again.next("event").path("sequence").asLong()).isEqualTo(next);
                }
            }
        }
    }

    /// Whether so much waits for the slow one that its way is full.
    private boolean isStuck() {
        return gateway.health().stream().anyMatch(client -> client.backlog() > 20);
    }

    private void noteMuch(String id, long number) {
        user.patch(
                        at(id),
                        number,
                        "{\"fields\":{\"notes\":\"%s %d\"}}".formatted("x".repeat(40_000), number))
                .expect(200);
    }

    @Test
    void the_gateway_is_measured() throws Exception {
        try (var program = RealtimeProgram.open(user, "").follow("1", null)) {
            double sent = metric("mergedesk_realtime_sent_total");
            create("{\"name\":\"a\"}");
            program.next("event");

            await().until(() -> metric("mergedesk_realtime_sent_total") == sent + 1);
            assertThat(metric("mergedesk_realtime_clients")).isEqualTo(1);
            assertThat(metric("mergedesk_realtime_backlog")).isZero();
            assertThat(metric("mergedesk_realtime_latency_seconds{of=\"most\"}"))
                    .isBetween(0.0, 10.0);
        }
    }

    /// What is shown of one metric; its labels as they are written.
    private double metric(String name) {
        return admin.get("/actuator/prometheus")
                .expect(200)
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected a metric " + name));
    }

    @Test
    void a_program_that_reconnects_at_random_is_told_every_change_once_and_in_order()
            throws Exception {
        var ids = List.of(create("{\"name\":\"a\"}"), create("{\"name\":\"b\"}"));
        long start = head();
        long end = start + (long) WRITERS * EDITS;
        try (var executor = Executors.newFixedThreadPool(WRITERS + 3)) {
            var readers =
                    IntStream.rangeClosed(1, 3)
                            .<Callable<List<Long>>>mapToObj(
                                    seed -> () -> follow(start, end, new Random(seed)))
                            .map(executor::submit)
                            .toList();
            var writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(number ->
                                    executor.submit(() -> write(ids.get(number % 2), number)))
                            .toList();

            for (var writer : writers) {
                assertThat(writer.get()).isTrue();
            }
            for (var reader : readers) {
                assertThat(reader.get())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(start + 1, end).boxed().toList());
            }
        }
    }

    @Test
    void only_what_was_asked_for_comes_and_the_place_is_told_all_the_same() throws Exception {
        var wanted = create("{\"name\":\"wanted\"}");
        try (var program = RealtimeProgram.open(user, "")) {
            program.send(
                    "{\"type\":\"subscribe\",\"ref\":\"1\",\"events\":[\"entity:updated\"],\"types\":[\"%s\"],\"entities\":[\"%s\"]}"
                            .formatted(type, wanted));
            program.next("subscribed");

            create("{\"name\":\"other\"}");
            change(wanted, 1, "phone", "1");
            create("{\"name\":\"later\"}");

            assertThat(program.next("event").at("/data/entityId").asString()).isEqualTo(wanted);
            long last = head();
            await().until(() -> gateway.health().getFirst().backlog() == 0);
            clock.turn(Duration.ofSeconds(26));
            assertThat(program.next("at").path("sequence").asLong()).isEqualTo(last);
            program.send("{\"type\":\"unsubscribe\",\"ref\":\"1\"}").next("unsubscribed");
            change(wanted, 2, "phone", "2");
            program.send("{\"type\":\"ping\",\"ref\":\"p\"}");
            assertThat(program.next("pong").path("ref").asString()).isEqualTo("p");
        }
    }

    @Test
    void what_cannot_be_done_names_the_field_and_what_was_expected() throws Exception {
        try (var program = RealtimeProgram.open(user, "")) {
            assertThat(error(program, "hello")).contains("expected one JSON object");
            assertThat(error(program, "{\"type\":\"listen\"}"))
                    .isEqualTo("type: expected subscribe, unsubscribe, ping or pong");
            assertThat(error(program, subscribe("[\"entity:moved\"]", "")))
                    .startsWith("events: expected *, entity:*")
                    .endsWith("got \"entity:moved\"");
            assertThat(error(program, subscribe("[\"*\"]", ",\"after\":-1")))
                    .isEqualTo("after: expected a sequence: 0 or more");
            assertThat(error(program, subscribe("[\"*\"]", ",\"after\":999999999")))
                    .startsWith("after: expected a sequence from 0 to ");
            assertThat(error(program, subscribe("[\"*\"]", ",\"since\":1")))
                    .startsWith("since: is not known");
            assertThat(error(program, subscribe("[\"*\"]", ",\"entities\":[\"x\"]")))
                    .isEqualTo("entities: expected UUIDs, got \"x\"");
            assertThat(error(program, subscribe("[\"network:*\"]", "")))
                    .isEqualTo("events: expected an admin for network:*");
            assertThat(error(program, "{\"type\":\"unsubscribe\",\"ref\":\"none\"}"))
                    .startsWith("ref: expected the name of a subscription");
        }
    }

    @Test
    void pages_of_other_sites_and_strangers_are_refused() throws Exception {
        assertThat(refusal(user, "", "https://evil.example")).isEqualTo(403);
        assertThat(refusal(stranger(), "", null)).isEqualTo(401);
        assertThat(refusal(user, "?client=no%20spaces", null)).isEqualTo(400);
        var plain = user.get("/api/v1/realtime");
        assertThat(plain.status()).isEqualTo(426);
        assertThat(plain.text("/detail")).contains("WebSocket handshake");
        try (var program =
                RealtimeProgram.connect(
                        user, "", one -> one.header("Origin", "http://localhost:" + user.port()))) {
            program.next("welcome");
        }
    }

    @Test
    void whoever_is_disabled_is_cut_off_at_once() throws Exception {
        var reader = member();
        try (var program = RealtimeProgram.open(reader, "").follow("1", null)) {
            disable(reader);

            assertThat(program.closeCode()).isEqualTo(CloseReason.NO_ACCESS.code());
        }
    }

    @Test
    void whose_token_is_revoked_is_cut_off_and_others_are_not() throws Exception {
        var reader = member();
        var first = token(reader);
        var second = token(reader);
        try (var ending = RealtimeProgram.open(with(first), "").follow("1", null);
                var going = RealtimeProgram.open(with(second), "").follow("1", null)) {
            revoke(first);

            assertThat(ending.closeCode()).isEqualTo(CloseReason.NO_ACCESS.code());
            create("{\"name\":\"still\"}");
            assertThat(going.next("event").toString()).contains("still");
        }
    }

    @Test
    void records_of_other_teams_are_not_told_live_or_later() throws Exception {
        var north = member("north");
        var south = member("south");
        long start = head();
        try (var live = RealtimeProgram.open(south, "").follow("1", null)) {
            var moving =
                    north.post(list(), "{\"fields\":{\"name\":\"1\"},\"team\":\"north\"}")
                            .expect(201)
                            .text("/entity/id");
            create("{\"name\":\"for all\"}");

            assertThat(live.next("event").toString()).contains("for all");
            try (var later = RealtimeProgram.open(south, "").follow("1", start)) {
                assertThat(later.next("event").toString()).contains("for all");
            }
            try (var own = RealtimeProgram.open(north, "").follow("1", start)) {
                assertThat(own.next("event").at("/data/entityId").asString()).isEqualTo(moving);
            }
        }
    }

    @Test
    void the_network_is_told_to_admins_only() throws Exception {
        try (var ofAdmin = RealtimeProgram.open(admin, "");
                var ofUser = RealtimeProgram.open(user, "")) {
            for (var program : List.of(ofAdmin, ofUser)) {
                program.send(subscribe("[\"*\"]", "")).next("subscribed");
            }

            bus.publish(
                    new Event.Notice(EventName.NETWORK_OFFLINE, Instant.EPOCH, "crm", "no answer"));
            create("{\"name\":\"after\"}");

            var event = ofAdmin.next("event");
            assertThat(event.path("event").asString()).isEqualTo("network:offline");
            assertThat(event.at("/data/subject").asString()).isEqualTo("crm");
            assertThat(event.has("sequence")).isFalse();
            assertThat(ofUser.next("event").toString()).contains("after");
            ofAdmin.next("event");
        }
    }

    @Test
    void the_same_client_that_comes_again_takes_the_place_of_the_first() throws Exception {
        try (var first = RealtimeProgram.open(user, "?client=same");
                var second = RealtimeProgram.open(user, "?client=same").follow("1", null)) {
            assertThat(first.closeCode()).isEqualTo(CloseReason.REPLACED.code());

            create("{\"name\":\"x\"}");

            second.next("event");
            assertThat(gateway.health()).hasSize(1);
        }
    }

    @Test
    void a_client_shows_its_health_and_a_silent_one_is_closed() throws Exception {
        try (var program = RealtimeProgram.open(user, "?client=healthy").follow("1", null)) {
            await().until(() -> gateway.health().getFirst().latency().isPresent());

            var health = gateway.health().getFirst();
            assertThat(health)
                    .extracting(one -> one.client().value(), one -> one.person().value())
                    .containsExactly("healthy", "user");
            assertThat(health.subscriptions()).containsExactly("entity:*");
            assertThat(health.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
            await().during(Duration.ofMillis(300)).until(() -> gateway.health().size() == 1);
            clock.turn(Duration.ofSeconds(70));
            assertThat(program.closeCode()).isEqualTo(CloseReason.SILENT.code());
        }
    }

    /// More frames than are taken; the connection may be closed before the last of them.
    private static void sendTooMany(RealtimeProgram program) {
        try {
            for (int i = 0; i < 200; i++) {
                program.send("{\"type\":\"pong\"}");
            }
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void there_are_limits() throws Exception {
        try (var program = RealtimeProgram.open(user, "")) {
            program.send("{\"type\":\"ping\",\"ref\":\"" + "x".repeat(9_000) + "\"}");
            // what of the frame nobody read may end the connection before the reason is there
            assertThat(program.closeCode()).isIn(1009, 1006);
        }
        try (var program = RealtimeProgram.open(user, "")) {
            for (int i = 0; i < 32; i++) {
                program.follow("s" + i, null);
                if (i % 16 == 15) {
                    clock.turn(Duration.ofSeconds(1));
                }
            }
            assertThat(error(program, subscribe("[\"*\"]", "")))
                    .isEqualTo("ref: expected at most 32 subscriptions of one client");
            sendTooMany(program);
            assertThat(program.closeCode()).isEqualTo(CloseReason.TOO_FAST.code());
        }
        var open = new ArrayList<RealtimeProgram>();
        var crowd = token(member());
        for (int i = 0; i < gateway.limits().clientsOfOnePerson(); i++) {
            open.add(RealtimeProgram.open(with(crowd), ""));
        }
        assertThat(refusal(with(crowd), "", null)).isEqualTo(429);
        open.forEach(RealtimeProgram::close);
    }

    private List<Long> follow(long start, long end, Random random) throws Exception {
        var seen = new ArrayList<Long>();
        long last = start;
        while (last < end) {
            try (var program = RealtimeProgram.open(admin, "")) {
                program.follow("1", last);
                int some = 1 + random.nextInt(40);
                for (int i = 0; i < some && last < end; i++) {
                    last = program.next("event").path("sequence").asLong();
                    seen.add(last);
                }
            }
        }
        return seen;
    }

    private boolean write(String id, int writer) {
        var field = List.of("phone", "city", "notes", "age", "name", "website").get(writer);
        long revision = 1;
        for (int i = 0; i < EDITS; i++) {
            var value = field.equals("website") ? "https://example.org/" + i : "" + i;
            revision = change(id, revision, field, value);
        }
        return true;
    }

    private long change(String id, long revision, String field, String value) {
        var body = "{\"fields\":{\"" + field + "\":\"" + value + "\"}}";
        return user.patch(at(id), revision, body).expect(200).number("/entity/revision");
    }

    private long head() throws Exception {
        try (var program = RealtimeProgram.connect(admin, "", one -> one)) {
            return program.next("welcome").path("sequence").asLong();
        }
    }

    private static String subscribe(String events, String more) {
        return "{\"type\":\"subscribe\",\"ref\":\"1\",\"events\":" + events + more + "}";
    }

    private static String error(RealtimeProgram program, String frame) throws Exception {
        JsonNode error = program.send(frame).next("error");
        return error.path("message").asString();
    }

    private static int refusal(
            Program program, String query, @org.jspecify.annotations.Nullable String origin)
            throws Exception {
        try (var opened =
                RealtimeProgram.connect(
                        program,
                        query,
                        one -> origin == null ? one : one.header("Origin", origin))) {
            throw new AssertionError("expected a refusal, got " + opened.next("welcome"));
        } catch (ExecutionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }
}
