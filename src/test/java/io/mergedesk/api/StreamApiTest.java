package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class StreamApiTest extends ApiTest {

    private static final int WRITERS = 8;
    private static final int EDITS = 40;

    @Autowired private ChangeStreams streams;
    @Autowired private TurnedClock clock;

    @Test
    void changes_arrive_as_they_are_committed_with_name_and_sequence() throws Exception {
        try (var events = ServerSentEvents.open(user, null)) {
            assertThat(events.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(form -> assertThat(form).startsWith("text/event-stream"));
            var id = create("{\"name\":\"Zoé <b>\"}");

            var created = events.next();

            assertThat(created.name()).isEqualTo("entity:created");
            var json = new JsonMapper().readTree(created.data());
            assertThat(json.at("/sequence").asString()).isEqualTo(created.id());
            assertThat(json.at("/entityId").asString()).isEqualTo(id);
            assertThat(json.at("/fields/0/to").asString()).isEqualTo("Zoé <b>");
            assertThat(json.at("/by").asString()).isEqualTo("user");
            user.delete(at(id), 1).expect(200);
            assertThat(events.next().name()).isEqualTo("entity:deleted");
        }
    }

    @Test
    void a_reader_that_reconnects_at_random_sees_every_change_once_and_in_order() throws Exception {
        var start = lastSequence();
        var ids = List.of(create("{\"name\":\"a\"}"), create("{\"name\":\"b\"}"));
        long end = start + ids.size() + (long) WRITERS * EDITS;
        try (var executor = Executors.newFixedThreadPool(WRITERS + 3)) {
            var readers = new ArrayList<Callable<List<Long>>>();
            for (int seed = 1; seed <= 3; seed++) {
                var random = new Random(seed);
                readers.add(() -> follow(start, end, random));
            }
            var following = readers.stream().map(executor::submit).toList();
            var writing =
                    IntStream.range(0, WRITERS)
                            .mapToObj(number ->
                                    executor.submit(
                                            () -> write(ids.get(number % ids.size()), number)))
                            .toList();

            for (var writer : writing) {
                assertThat(writer.get()).isTrue();
            }
            for (var reader : following) {
                assertThat(reader.get())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(start + 1, end).boxed().toList());
            }
        }
        awaitAllLeft();
    }

    @Test
    void the_feed_page_by_page_has_no_gap_either() throws Exception {
        var start = lastSequence();
        for (int i = 0; i < 25; i++) {
            create("{\"name\":\"" + i + "\"}");
        }

        var sequences = new ArrayList<String>();
        var page = admin.get("/api/v1/changes?limit=7&after=" + start).expect(200);
        while (!page.at("/nextCursor").isNull()) {
            sequences.addAll(page.each("/items", "/sequence"));
            page =
                    admin.get("/api/v1/changes?limit=7&after=" + page.text("/nextCursor"))
                            .expect(200);
        }

        assertThat(sequences)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(start + 1, start + 25)
                                .mapToObj(Long::toString)
                                .toList());
        user.get("/api/v1/changes?after=-1").expect(400);
        user.get("/api/v1/changes?limit=1001").expect(400);
        user.get("/api/v1/changes/stream?after=x").expect(400);
    }

    @Test
    void a_stream_leaves_out_what_may_not_be_seen_but_its_last_id_passes_it() throws Exception {
        var north = member("north");
        var south = member("south");
        try (var events = ServerSentEvents.open(south, null)) {
            north.post(list(), "{\"fields\":{\"name\":\"1\"},\"team\":\"north\"}").expect(201);
            create("{\"name\":\"2\"}");

            var seen = events.next();

            assertThat(seen.data()).contains("\"2\"").doesNotContain("north");
        }
        var last = Long.toString(lastSequence());
        try (var events = ServerSentEvents.open(south, last)) {
            assertThat(events.lastId()).isEqualTo(last);
        }
    }

    @Test
    void a_stream_ends_soon_after_its_reader_is_disabled() throws Exception {
        var reader = member();
        try (var events = ServerSentEvents.open(reader, null)) {
            disable(reader);

            assertThat(events.find()).isEmpty();
        }
        assertThat(reader.get("/api/v1/changes/stream").status()).isEqualTo(401);
    }

    @Test
    void a_stream_ends_when_its_token_is_revoked_but_not_when_another_one_is() throws Exception {
        var reader = member();
        var first = token(reader);
        var second = token(reader);
        try (var ending = ServerSentEvents.open(with(first), null);
                var going = ServerSentEvents.open(with(second), null)) {
            revoke(first);

            assertThat(ending.find()).isEmpty();
            create("{\"name\":\"still\"}");
            assertThat(going.next().data()).contains("still");
        }
        assertThat(with(first).get("/api/v1/changes").status()).isEqualTo(401);
    }

    @Test
    void a_quiet_stream_shows_that_it_is_alive_and_ends_after_an_hour() throws Exception {
        try (var events = ServerSentEvents.open(user, null)) {
            clock.turn(Duration.ofSeconds(16));
            assertThat(events.comment()).isEqualTo("still here");

            clock.turn(Duration.ofMinutes(61));

            assertThat(events.find()).isEmpty();
        }
    }

    @Test
    void one_person_has_only_so_many_streams_and_gets_them_back_by_leaving() throws Exception {
        var reader = member();
        var open = new ArrayList<ServerSentEvents>();
        for (int i = 0; i < ChangeStreams.MOST_OF_ONE_PERSON; i++) {
            open.add(ServerSentEvents.open(reader, null));
        }

        reader.get("/api/v1/changes/stream").expect(429);

        try (var other = ServerSentEvents.open(user, null)) {
            assertThat(other.response().statusCode()).isEqualTo(200);
        }
        for (var stream : open) {
            stream.close();
        }
        awaitAllLeft();
        try (var again = ServerSentEvents.open(reader, null)) {
            assertThat(again.response().statusCode()).isEqualTo(200);
        }
    }

    /// A reader that left is noticed when something is sent to it.
    private void awaitAllLeft() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    create("{\"name\":\"x\"}");
                    assertThat(streams.count()).isZero();
                });
    }

    private List<Long> follow(long start, long end, Random random) throws Exception {
        var seen = new ArrayList<Long>();
        var last = Long.toString(start);
        while (seen.isEmpty() || seen.getLast() < end) {
            try (var events = ServerSentEvents.open(admin, last)) {
                int some = 1 + random.nextInt(40);
                for (int i = 0; i < some && (seen.isEmpty() || seen.getLast() < end); i++) {
                    last = events.next().id();
                    seen.add(Long.parseLong(last));
                }
            }
        }
        return seen;
    }

    /// Every edit is written: each writer has a field of its own and has read its own last edit.
    private boolean write(String id, int writer) {
        var fields = List.of("phone", "city", "notes", "website", "age", "birthday", "name", "fee");
        var field = fields.get(writer);
        long revision = 1;
        for (int i = 0; i < EDITS; i++) {
            var body = "{\"fields\":{\"" + field + "\":\"" + value(field, i) + "\"}}";
            revision = user.patch(at(id), revision, body).expect(200).number("/entity/revision");
        }
        return true;
    }

    private static String value(String field, int i) {
        return switch (field) {
            case "website" -> "https://example.org/" + i;
            case "birthday" -> java.time.LocalDate.EPOCH.plusDays(i).toString();
            case "fee" -> i + " EUR";
            default -> Integer.toString(i);
        };
    }

    private long lastSequence() throws Exception {
        try (var events = ServerSentEvents.open(admin, null)) {
            return Long.parseLong(events.lastId());
        }
    }
}
