package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SyncApiTest extends ApiTest {

    private static final String TARGETS = "/api/v1/sync/targets";

    private String target = "";
    private String secret = "";

    @Autowired private TurnedClock clock;

    @BeforeEach
    void thereIsATarget() {
        var made =
                admin.post(
                                TARGETS,
                                """
                                {"name":"shop %s","kind":"webhook","url":"https://shop.invalid/hook",
                                 "types":["%s"]}
                                """
                                        .formatted(type, type))
                        .expect(201);
        target = TARGETS + "/" + made.number("/id");
        secret = made.text("/secret");
        admin.post(target + "/pause", "{}").expect(200);
    }

    @AfterEach
    void removeIt() {
        admin.send(target, request -> request.DELETE());
    }

    @Test
    void a_secret_is_shown_once_and_the_rest_is_read_and_changed_as_it_was_sent() {
        assertThat(secret).startsWith("whsec_");
        var read = admin.get(target).expect(200);

        assertThat(read.raw()).doesNotContain("whsec_");
        assertThat(read.text("/state")).isEqualTo("paused");
        assertThat(read.each("/events", "")).containsExactly("entity:*");
        long version = read.number("/version");
        var changed =
                admin.patch(target, version, "{\"priority\":\"critical\",\"coalesce\":true}")
                        .expect(200);
        assertThat(changed.text("/priority")).isEqualTo("critical");
        assertThat(changed.text("/url")).isEqualTo("https://shop.invalid/hook");
        admin.patch(target, version, "{\"priority\":\"low\"}").expect(412);
        var rotated = admin.post(target + "/secret", "{}").expect(200);
        assertThat(rotated.text("/secret")).startsWith("whsec_").isNotEqualTo(secret);
        assertThat(admin.get(target).at("/rotatingSecret").asBoolean()).isTrue();
    }

    @Test
    void every_mistake_is_told_by_its_property() {
        var answer =
                admin.post(
                                TARGETS,
                                """
                                {"name":"x","kind":"webhook","url":"http://10.0.0.7/","events":["sync:queued"],
                                 "types":["nothing"],"concurrency":99,"retry":{"initialDelay":"soon"}}
                                """)
                        .expect(422);

        assertThat(answer.each("/errors", "/field")).contains("retry");
        var more =
                admin.post(
                                TARGETS,
                                """
                                {"name":"x","kind":"webhook","url":"http://10.0.0.7/","events":["sync:queued"],
                                 "types":["nothing"],"concurrency":99}
                                """)
                        .expect(422);
        assertThat(more.each("/errors", "/field"))
                .contains("url", "events", "types", "concurrency");
        admin.post(TARGETS, "{\"kind\":\"carrier-pigeon\"}").expect(422);
    }

    @Test
    void values_of_headers_are_taken_and_never_given_back() {
        var made =
                admin.post(
                                TARGETS,
                                """
                                {"name":"ledger %s","kind":"rest","url":"https://ledger.invalid","types":["%s"],
                                 "rest":{"update":{"method":"PUT","path":"/{id}"},"headers":{"X-Api-Key":"s3cret"}}}
                                """
                                        .formatted(type, type))
                        .expect(201);
        var ledger = TARGETS + "/" + made.number("/id");
        assertThat(made.raw() + admin.get(ledger).expect(200).raw()).doesNotContain("s3cret");
        assertThat(made.text("/rest/headers/X-Api-Key")).isEqualTo("(kept)");

        for (var same :
                new String[] {"{\"X-Api-Key\":\"(kept)\"}", "{\"X-Api-Key\":null}", "null"}) {
            var rest =
                    "{\"update\":{\"method\":\"PUT\",\"path\":\"/{id}\"},\"headers\":" + same + "}";
            var read = admin.get(ledger);
            admin.patch(ledger, read.number("/version"), "{\"rest\":" + rest + "}").expect(200);
            assertThat(admin.get(ledger).text("/rest/headers/X-Api-Key")).isEqualTo("(kept)");
        }
        var wrong =
                admin.patch(
                                ledger,
                                admin.get(ledger).number("/version"),
                                "{\"rest\":{\"update\":{\"method\":\"PUT\",\"path\":\"/{id}\"},\"headers\":{\"X-New\":\"\"}}}")
                        .expect(422);
        assertThat(wrong.text("/errors/0/message"))
                .isEqualTo("rest.headers: X-New: expected a value");
        admin.send(ledger, request -> request.DELETE());
    }

    @Test
    void only_admins_see_to_it() {
        user.get(TARGETS).expect(403);
        supervisor.get("/api/v1/sync/jobs").expect(403);
        user.post(target + "/resume", "{}").expect(403);
        stranger().get(TARGETS).expect(401);
        user.get("/actuator/prometheus").expect(403);
    }

    @Test
    void a_change_is_queued_makes_its_record_pending_and_can_be_skipped() {
        var made =
                user.post("/api/v1/types/" + type + "/entities", "{\"fields\":{\"name\":\"Anna\"}}")
                        .expect(201);
        var id = made.text("/entity/id");
        assertThat(made.text("/entity/status")).isEqualTo("pending");

        var jobs = admin.get("/api/v1/sync/jobs?entity=" + id).expect(200);
        assertThat(jobs.each("/items", "/event")).containsExactly("entity:created");
        var revisions = user.get("/api/v1/entities/" + id + "/revisions").expect(200);
        assertThat(revisions.text("/items/0/sync/status")).isEqualTo("pending");
        assertThat(revisions.text("/items/0/sync/targets/shop " + type)).isEqualTo("pending");
        var job = "/api/v1/sync/jobs/" + jobs.text("/items/0/id");
        assertThat(admin.get(job).expect(200).at("/attempts").size()).isZero();
        assertThat(admin.post(job + "/skip", "{}").expect(200).text("/state")).isEqualTo("skipped");
        admin.post(job + "/skip", "{}").expect(409);

        assertThat(user.get("/api/v1/entities/" + id).text("/status")).isEqualTo("synced");
        admin.get("/api/v1/sync/jobs?state=sleeping").expect(400);
        admin.get("/api/v1/sync/jobs/" + UUID.randomUUID()).expect(404);
    }

    @Test
    void jobs_are_narrowed_to_a_priority_also_once_they_are_finished() {
        var id =
                user.post("/api/v1/types/" + type + "/entities", "{\"fields\":{\"name\":\"Anna\"}}")
                        .expect(201)
                        .text("/entity/id");
        var medium = "/api/v1/sync/jobs?priority=medium&entity=" + id;
        var job = admin.get(medium).expect(200).text("/items/0/id");
        admin.post("/api/v1/sync/jobs/" + job + "/skip", "{}").expect(200);

        assertThat(admin.get(medium).expect(200).each("/items", "/priority"))
                .containsExactly("medium");
        assertThat(
                        admin.get("/api/v1/sync/jobs?priority=low&entity=" + id)
                                .expect(200)
                                .at("/items")
                                .size())
                .isZero();
        var wrong = admin.get("/api/v1/sync/jobs?priority=urgent").expect(400);
        assertThat(wrong.text("/detail"))
                .isEqualTo("priority: expected critical, high, medium or low, got 'urgent'");
        assertThat(wrong.each("/errors", "/field")).containsExactly("priority");
    }

    @Test
    void all_jobs_that_match_are_counted_skipped_and_delivered_again() {
        for (int i = 0; i < 3; i++) {
            user.post("/api/v1/types/" + type + "/entities", "{\"fields\":{\"name\":\"Anna\"}}")
                    .expect(201);
        }
        var number = target.substring(target.lastIndexOf('/') + 1);
        var filter = "{\"filter\":{\"state\":\"%s\",\"target\":" + number + "}%s}";

        var counted =
                admin.post("/api/v1/sync/jobs/skip", filter.formatted("ready", ",\"dryRun\":true"))
                        .expect(200);
        assertThat(counted.number("/matching")).isEqualTo(3);
        assertThat(counted.number("/changed")).isZero();
        var skipped =
                admin.post("/api/v1/sync/jobs/skip", filter.formatted("ready", "")).expect(200);
        assertThat(skipped.number("/changed")).isEqualTo(3);
        var again =
                admin.post("/api/v1/sync/jobs/retry", filter.formatted("skipped", "")).expect(200);
        assertThat(again.number("/changed")).isEqualTo(3);
        var id = admin.get("/api/v1/sync/jobs?target=" + number).text("/items/0/id");
        assertThat(
                        admin.post("/api/v1/sync/jobs/skip", "{\"ids\":[\"" + id + "\"]}")
                                .expect(200)
                                .number("/changed"))
                .isEqualTo(1);

        var wrong = admin.post("/api/v1/sync/jobs/retry", "{\"filter\":{}}").expect(422);
        assertThat(wrong.text("/errors/0/message"))
                .isEqualTo("state: expected done, dead or skipped");
        admin.post("/api/v1/sync/jobs/retry", filter.formatted("ready", "")).expect(422);
        admin.post("/api/v1/sync/jobs/retry", "{}").expect(422);
        admin.post("/api/v1/sync/jobs/skip", "{\"ids\":[\"x\"],\"change\":{}}").expect(422);
        user.post("/api/v1/sync/jobs/retry", filter.formatted("dead", "")).expect(403);
    }

    @Test
    void what_is_signed_comes_in_once_and_what_is_not_stays_outside() {
        var created = sendIn("msg_1", "entity.created", "\"fields\":{\"name\":\"From outside\"}");
        var id = created.expect(201).text("/entity/id");
        assertThat(
                        sendIn("msg_1", "entity.created", "\"fields\":{\"name\":\"From outside\"}")
                                .text("/entity/id"))
                .isEqualTo(id);

        sendIn(
                        "msg_2",
                        "entity.updated",
                        "\"id\":\"%s\",\"fields\":{\"phone\":\"7\"}".formatted(id))
                .expect(200);
        var read = user.get("/api/v1/entities/" + id).expect(200);
        assertThat(read.text("/fields/phone")).isEqualTo("7");
        assertThat(read.text("/createdBy")).startsWith("target.shop");
        sendIn(
                        "msg_3",
                        "entity.updated",
                        "\"id\":\"%s\",\"fields\":{\"age\":\"old\"}".formatted(id))
                .expect(422);
        sendIn("msg_4", "entity.deleted", "\"id\":\"%s\"".formatted(id)).expect(200);
        user.get("/api/v1/entities/" + id).expect(410);

        secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        sendIn("msg_5", "entity.created", "\"fields\":{\"name\":\"Forged\"}").expect(401);
    }

    @Test
    void an_edit_from_outside_that_meets_one_of_here_waits_at_the_desk() {
        var id =
                sendIn(
                                "msg_6",
                                "entity.created",
                                "\"fields\":{\"name\":\"Both\",\"city\":\"Lyon\"}")
                        .expect(201)
                        .text("/entity/id");
        user.patch("/api/v1/entities/" + id, 1, "{\"fields\":{\"city\":\"Porto\"}}").expect(200);

        var met =
                sendIn(
                        "msg_7",
                        "entity.updated",
                        "\"id\":\"%s\",\"baseRevision\":1,\"fields\":{\"city\":\"Graz\"}"
                                .formatted(id));

        assertThat(met.expect(409).text("/conflictId")).isNotBlank();
        assertThat(user.get("/api/v1/entities/" + id).text("/fields/city")).isEqualTo("Porto");
    }

    private Answer sendIn(String message, String event, String data) {
        var body = "{\"type\":\"%s\",\"data\":{\"type\":\"%s\",%s}}".formatted(event, type, data);
        var path = target.replace("/targets/", "/inbound/");
        var id = message + type;
        var seconds = Long.toString(clock.instant().getEpochSecond());
        return stranger()
                .send(
                        path,
                        request ->
                                request.header("Content-Type", "application/json")
                                        .header("webhook-id", id)
                                        .header("webhook-timestamp", seconds)
                                        .header("webhook-signature", sign(id, seconds, body))
                                        .POST(BodyPublishers.ofString(body)));
    }

    private String sign(String id, String seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var signed = id + "." + seconds + "." + body;
            return "v1,"
                    + Base64.getEncoder()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
