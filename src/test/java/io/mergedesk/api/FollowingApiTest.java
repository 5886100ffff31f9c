package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FollowingApiTest extends ApiTest {

    private static final String FOLLOW = "{\"attention\":\"follow\"}";
    private static final String NOTICES = "/api/v1/notices";

    @Test
    void an_entity_is_followed_muted_and_let_go() {
        var id = create("{\"name\":\"Quay\"}");
        assertThat(user.get(following(id)).expect(200).text("/attention")).isEqualTo("usual");

        var put = put(user, id, FOLLOW).expect(200);

        assertThat(put.text("/attention")).isEqualTo("follow");
        assertThat(put.text("/entityId")).isEqualTo(id);
        assertThat(user.get(following(id)).text("/attention")).isEqualTo("follow");
        assertThat(supervisor.get(following(id)).text("/attention")).isEqualTo("usual");
        assertThat(user.get("/api/v1/following").expect(200).each("/items", "/entityId"))
                .contains(id);
        put(user, id, "{\"attention\":\"mute\"}").expect(200);
        assertThat(user.get(following(id)).text("/attention")).isEqualTo("mute");
        delete(user, id).expect(204);
        delete(user, id).expect(204);
        assertThat(user.get(following(id)).text("/attention")).isEqualTo("usual");
    }

    @Test
    void what_others_changed_is_one_notice() {
        var id = create("{\"name\":\"Quay\"}");
        put(user, id, FOLLOW).expect(200);
        supervisor.patch(at(id), 1, "{\"fields\":{\"phone\":\"1\"}}").expect(200);
        admin.patch(at(id), 2, "{\"fields\":{\"city\":\"Lyon\"}}").expect(200);
        user.patch(at(id), 3, "{\"fields\":{\"notes\":\"mine\"}}").expect(200);

        var notice = user.get(NOTICES + "?limit=1").expect(200);

        assertThat(notice.text("/items/0/kind")).isEqualTo("changed");
        assertThat(notice.text("/items/0/entityId")).isEqualTo(id);
        assertThat(notice.text("/items/0/by")).isEqualTo("admin");
        assertThat(notice.at("/items/0/people").toString()).isEqualTo("[\"admin\",\"supervisor\"]");
        assertThat(notice.at("/items/0/fields").toString()).isEqualTo("[\"city\",\"phone\"]");
        assertThat(notice.number("/items/0/count")).isEqualTo(2);
        assertThat(notice.number("/items/0/fromRevision")).isEqualTo(1);
        assertThat(notice.number("/items/0/toRevision")).isEqualTo(3);
        assertThat(notice.at("/items/0/conflictId").isNull()).isTrue();
        var next = user.get(NOTICES + "?limit=1&cursor=" + notice.text("/nextCursor"));
        assertThat(next.expect(200).each("/items", "/entityId")).doesNotContain(id);
    }

    @Test
    void what_is_out_of_sight_does_not_exist() {
        var north = member("north");
        var south = member("south");
        var id = create("{\"name\":\"Quay\"}");
        put(south, id, FOLLOW).expect(200);
        north.patch(at(id), 1, "{\"team\":\"north\"}").expect(200);

        south.get(following(id)).expect(404);
        put(south, id, FOLLOW).expect(404);
        put(south, id, "{\"attention\":7}").expect(404);
        delete(south, id).expect(404);
        south.get(following(UUID.randomUUID().toString())).expect(404);
        south.get(following("nonsense")).expect(404);
        assertThat(south.get("/api/v1/following").at("/items").size()).isZero();
        assertThat(south.get(NOTICES).expect(200).at("/items").size()).isZero();
        stranger().get(following(id)).expect(401);
    }

    @Test
    void what_was_sent_wrong_is_named() {
        var id = create("{\"name\":\"Quay\"}");

        for (var wrong :
                new String[] {
                    "{}", "{\"attention\":null}", "{\"attention\":\"loud\"}", "{\"attention\":1}"
                }) {
            var answer = put(user, id, wrong).expect(422);
            assertThat(answer.text("/errors/0/field")).isEqualTo("attention");
        }
        assertThat(
                        put(user, id, "{\"attention\":\"mute\",\"colour\":1}")
                                .expect(422)
                                .text("/errors/0/field"))
                .isEqualTo("colour");
    }

    private static Answer put(Program who, String id, String body) {
        return who.send(
                following(id),
                request ->
                        request.header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body)));
    }

    private static Answer delete(Program who, String id) {
        return who.send(following(id), request -> request.DELETE());
    }

    private static String following(String id) {
        return at(id) + "/following";
    }
}
