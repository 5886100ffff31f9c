package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.UserId;
import io.mergedesk.realtime.ClientHealth;
import io.mergedesk.realtime.Gateway;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkEvent;
import io.mergedesk.realtime.LinkListener;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/// A link from this server to its own gateway.
@Timeout(120)
@Import(LinksApiTest.Heard.class)
class LinksApiTest extends ApiTest {

    @TestConfiguration
    static class Heard implements LinkListener {

        private final List<Long> sequences = new CopyOnWriteArrayList<>();

        @Override
        public void on(Link link, LinkEvent event) {
            sequences.add(event.sequence().number());
        }
    }

    @Autowired private Heard heard;
    @Autowired private Gateway gateway;
    @Autowired private TurnedClock clock;

    @AfterEach
    void removeAll() {
        for (var id : admin.get("/api/v1/realtime/links").expect(200).each("/items", "/id")) {
            admin.send("/api/v1/realtime/links/" + id, request -> request.DELETE()).expect(204);
        }
        await().until(() -> gateway.health().isEmpty());
        heard.sequences.clear();
    }

    @Test
    void a_link_comes_back_where_it_was_and_hands_on_every_change() {
        var id = add("Lyon", token(admin).secret(), false);
        await().until(() -> state(id).equals("live"));
        var random = new Random(3);
        long start = head();
        for (int i = 0; i < 120; i++) {
            create("{\"name\":\"" + i + "\"}");
            if (random.nextInt(20) == 0) {
                gateway.health().forEach(this::close);
                clock.turn(Duration.ofSeconds(61));
            }
        }
        long end = head();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !heard.sequences.isEmpty() && heard.sequences.getLast() == end);

        assertThat(heard.sequences)
                .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, end).boxed().toList());
        await().untilAsserted(() ->
                assertThat(admin.get("/api/v1/realtime/links").at("/items/0/sequence").asLong())
                        .isEqualTo(end));
    }

    @Test
    void a_paused_link_goes_on_where_it_was_and_shows_its_state() {
        var id = add("Bonn", token(admin).secret(), false);
        await().until(() -> state(id).equals("live"));
        create("{\"name\":\"before\"}");
        await().until(() -> heard.sequences.size() == 1);

        assertThat(admin.post(link(id) + "/pause", "").expect(200).at("/paused").asBoolean())
                .isTrue();
        await().until(() -> gateway.health().isEmpty());
        create("{\"name\":\"meanwhile\"}");
        admin.post(link(id) + "/resume", "").expect(200);

        await().until(() -> heard.sequences.size() == 2);
        assertThat(admin.get("/api/v1/audit?action=link-paused").at("/items/0/by").asString())
                .isEqualTo("admin");
    }

    @Test
    void a_wrong_token_is_said_so_and_tried_again_later() {
        var id = add("Rome", "wrong-token", false);

        await().until(() -> state(id).equals("resting"));

        var link = admin.get("/api/v1/realtime/links").at("/items/0");
        assertThat(link.path("problem").asString()).isEqualTo("it does not accept the token");
        assertThat(link.path("nextAttemptAt").isNull()).isFalse();
        assertThat(link.toString()).doesNotContain("wrong-token");
        admin.post(link(id) + "/try", "").expect(200);
    }

    @Test
    void a_link_leads_to_public_addresses_only_unless_an_admin_allows_more() {
        var refused = addTo("Oslo", "https://10.0.0.5", false);
        var literal = addTo("Kyiv", "https://169.254.169.254", true);

        await().until(() -> state(refused).equals("resting") && state(literal).equals("resting"));

        var links = admin.get("/api/v1/realtime/links").expect(200);
        assertThat(links.each("/items", "/problem"))
                .containsExactlyInAnyOrder(
                        "the address 10.0.0.5 is private, and this link may not lead there",
                        "the address 169.254.169.254 is link-local, and this link may not lead there");
        assertThat(links.each("/items", "/allowPrivateAddress"))
                .containsExactlyInAnyOrder("false", "true");
    }

    private String addTo(String name, String url, boolean allowPrivate) {
        return admin.post(
                        "/api/v1/realtime/links",
                        "{\"name\":\"%s\",\"url\":\"%s\",\"token\":\"t\",\"allowPrivateAddress\":%s}"
                                .formatted(name, url, allowPrivate))
                .expect(201)
                .text("/id");
    }

    @Test
    void only_admins_see_links_and_what_is_wrong_names_its_field() {
        user.get("/api/v1/realtime/links").expect(403);
        supervisor.get("/api/v1/realtime/connections").expect(403);
        var refused =
                admin.post(
                                "/api/v1/realtime/links",
                                "{\"name\":\"\",\"url\":\"ftp://x\",\"token\":\"\"}")
                        .expect(422);
        assertThat(refused.each("/errors", "/field")).containsExactly("name", "url", "token");
        admin.post(link("none") + "/pause", "").expect(404);
    }

    @Test
    void an_admin_sees_who_is_connected_and_closes_one() throws Exception {
        try (var program = RealtimeProgram.open(user, "?client=crm").follow("1", null)) {
            var list = admin.get("/api/v1/realtime/connections").expect(200);
            assertThat(list.text("/items/0/client")).isEqualTo("crm");
            assertThat(list.text("/items/0/person")).isEqualTo("user");

            admin.send("/api/v1/realtime/connections/user/crm", request -> request.DELETE())
                    .expect(204);

            assertThat(program.closeCode()).isEqualTo(4000);
        }
        admin.send("/api/v1/realtime/connections/user/crm", request -> request.DELETE())
                .expect(404);
    }

    private String add(String name, String token, boolean fromBeginning) {
        return admin.post(
                        "/api/v1/realtime/links",
                        "{\"name\":\"%s\",\"url\":\"http://127.0.0.1:%d\",\"token\":\"%s\",\"fromBeginning\":%s}"
                                .formatted(name, admin.port(), token, fromBeginning))
                .expect(201)
                .text("/id");
    }

    private String state(String id) {
        return admin.get("/api/v1/realtime/links")
                .at("/items")
                .valueStream()
                .filter(link -> link.path("id").asString().equals(id))
                .map(link -> link.path("state").asString())
                .findFirst()
                .orElse("");
    }

    private static String link(String id) {
        return "/api/v1/realtime/links/" + id;
    }

    private void close(ClientHealth client) {
        gateway.close(new UserId(client.person().value()), client.client());
    }

    private long head() {
        long last = 0;
        var page = admin.get("/api/v1/changes?limit=1000").expect(200);
        while (!page.at("/nextCursor").isNull()) {
            last = Long.parseLong(page.text("/nextCursor"));
            page = admin.get("/api/v1/changes?limit=1000&after=" + last).expect(200);
        }
        return last;
    }
}
