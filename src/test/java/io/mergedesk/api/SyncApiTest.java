package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.sync.Signatures;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SyncApiTest extends ApiTest {

    private static final String TARGETS = "/api/v1/sync/targets";

    private static final String REFUSALS = "/api/v1/sync/refusals";

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

    @Test
    void a_creation_with_a_taken_value_is_kept_whole_and_the_record_that_has_it_is_named() {
        var holder = create("{\"name\":\"Anna\",\"email\":\"anna@example.org\"}");
        var sent =
                "\"fields\":{\"name\":\"Anna B.\",\"email\":\"anna@example.org\",\"phone\":\"12\"}";

        var refused = sendIn("msg_8", "entity.created", sent).expect(409);

        assertThat(refused.text("/type")).endsWith("taken");
        assertThat(refused.text("/errors/0/heldBy")).isEqualTo(holder);
        var kept = admin.get(refusal(refused)).expect(200);
        assertThat(kept.text("/state")).isEqualTo("open");
        assertThat(kept.text("/heldBy")).isEqualTo(holder);
        assertThat(kept.text("/problem")).contains("Email");
        assertThat(kept.text("/body")).contains("Anna B.", "\"phone\":\"12\"");
        assertThat(kept.text("/author")).startsWith("target.shop");
        assertThat(openRefusals()).contains(kept.text("/id"));
        user.get(refusal(refused)).expect(403);

        var again = sendIn("msg_8", "entity.created", sent).expect(409);
        assertThat(again.text("/refusalId")).isEqualTo(refused.text("/refusalId"));
        assertThat(openRefusals()).containsOnlyOnce(kept.text("/id"));
    }

    @Test
    void what_was_refused_is_taken_once_the_value_is_free_whoever_asks_and_however_often() {
        var holder = create("{\"name\":\"Bert\",\"email\":\"bert@example.org\"}");
        var sent = "\"fields\":{\"name\":\"Berta\",\"email\":\"bert@example.org\"}";
        var refused = sendIn("msg_9", "entity.created", sent).expect(409);
        admin.post(refusal(refused) + "/take", "{}").expect(409);
        assertThat(admin.get(refusal(refused)).text("/state")).isEqualTo("open");
        user.patch(at(holder), 1, "{\"fields\":{\"email\":null}}").expect(200);

        var taken = admin.post(refusal(refused) + "/take", "{}").expect(201);

        assertThat(user.get(at(taken.text("/entity/id"))).text("/fields/email"))
                .isEqualTo("bert@example.org");
        var ended = admin.get(refusal(refused)).expect(200);
        assertThat(ended.text("/state")).isEqualTo("taken");
        assertThat(ended.text("/endedBy")).isEqualTo("admin");
        admin.post(refusal(refused) + "/take", "{}").expect(409);
        assertThat(sendIn("msg_9", "entity.created", sent).expect(200).text("/outcome"))
                .isEqualTo("taken");
        assertThat(user.get(list()).each("/items", "/fields/name"))
                .containsExactlyInAnyOrder("Bert", "Berta");
    }

    @Test
    void what_was_refused_and_is_sent_again_when_it_can_be_taken_waits_no_longer() {
        var holder = create("{\"name\":\"Carl\",\"email\":\"carl@example.org\"}");
        var sent = "\"fields\":{\"name\":\"Carla\",\"email\":\"carl@example.org\"}";
        var refused = sendIn("msg_10", "entity.created", sent).expect(409);
        user.patch(at(holder), 1, "{\"fields\":{\"email\":null}}").expect(200);

        sendIn("msg_10", "entity.created", sent).expect(201);

        var ended = admin.get(refusal(refused)).expect(200);
        assertThat(ended.text("/state")).isEqualTo("taken");
        assertThat(ended.text("/endedBy")).startsWith("target.shop");
    }

    @Test
    void two_that_were_created_with_one_value_can_be_merged_at_the_desk() {
        var holder = create("{\"name\":\"Dora\",\"email\":\"dora@example.org\",\"city\":\"Lyon\"}");
        var refused =
                sendIn(
                                "msg_11",
                                "entity.created",
                                "\"fields\":{\"name\":\"Dora\",\"email\":\"dora@example.org\",\"city\":\"Graz\",\"phone\":\"7\"}")
                        .expect(409);

        var met =
                admin.post(
                                refusal(refused) + "/take",
                                """
                                {"body":{"type":"entity.updated","data":{"id":"%s","type":"%s","baseRevision":0,
                                 "fields":{"name":"Dora","email":"dora@example.org","city":"Graz","phone":"7"}}}}
                                """
                                        .formatted(holder, type))
                        .expect(409);

        assertThat(met.text("/type")).endsWith("contested");
        assertThat(met.each("/fields", "/field")).containsExactly("city");
        assertThat(admin.get(refusal(refused)).text("/state")).isEqualTo("taken");
        var conflict = supervisor.get("/api/v1/conflicts/" + met.text("/conflictId")).expect(200);
        supervisor
                .post(
                        "/api/v1/conflicts/" + conflict.text("/id") + "/resolution",
                        conflict.number("/version"),
                        "{\"fields\":{\"city\":\"mine\"}}")
                .expect(200);
        var now = user.get(at(holder)).expect(200);
        assertThat(now.text("/fields/city")).isEqualTo("Graz");
        assertThat(now.text("/fields/phone")).isEqualTo("7");
    }

    @Test
    void a_change_to_a_taken_value_keeps_the_revision_it_was_made_on() {
        create("{\"name\":\"Emil\",\"email\":\"emil@example.org\"}");
        var changed = create("{\"name\":\"Ella\",\"city\":\"Lyon\"}");
        var refused =
                sendIn(
                                "msg_12",
                                "entity.updated",
                                "\"id\":\"%s\",\"fields\":{\"email\":\"emil@example.org\",\"city\":\"Graz\"}"
                                        .formatted(changed))
                        .expect(409);
        user.patch(at(changed), 1, "{\"fields\":{\"city\":\"Porto\"}}").expect(200);

        var met =
                admin.post(
                                refusal(refused) + "/take",
                                """
                                {"body":{"type":"entity.updated","data":{"id":"%s","fields":{"city":"Graz"}}}}
                                """
                                        .formatted(changed))
                        .expect(409);

        assertThat(met.each("/fields", "/field")).containsExactly("city");
        assertThat(user.get(at(changed)).text("/fields/city")).isEqualTo("Porto");
    }

    @Test
    void what_cannot_be_read_is_kept_too_and_dismissed_for_good_with_a_reason() {
        var sent = "\"fields\":{\"name\":\"Fred\",\"age\":\"old\"}";
        var refused = sendIn("msg_13", "entity.created", sent).expect(422);
        admin.post(refusal(refused) + "/dismiss", "{\"reason\":7}").expect(422);

        var dismissed =
                admin.post(refusal(refused) + "/dismiss", "{\"reason\":\"a test\"}").expect(200);

        assertThat(dismissed.text("/state")).isEqualTo("dismissed");
        assertThat(dismissed.text("/body")).contains("\"old\"");
        admin.post(refusal(refused) + "/dismiss", "{}").expect(409);
        var again = sendIn("msg_13", "entity.created", sent).expect(409);
        assertThat(again.text("/detail")).isEqualTo("admin dismissed it: a test");
        assertThat(admin.get(REFUSALS + "?state=ended").each("/items", "/id"))
                .contains(refused.text("/refusalId"));
        assertThat(openRefusals()).doesNotContain(refused.text("/refusalId"));
        assertThat(
                        admin.get("/api/v1/audit?action=refusal-dismissed")
                                .each("/items", "/details/refusal"))
                .contains(refused.text("/refusalId"));
    }

    @Test
    void another_body_under_the_same_id_is_kept_beside_the_first() {
        create("{\"name\":\"Gwen\",\"email\":\"gwen@example.org\"}");
        var first =
                sendIn(
                                "msg_14",
                                "entity.created",
                                "\"fields\":{\"name\":\"G1\",\"email\":\"gwen@example.org\"}")
                        .expect(409);
        var mended = "\"fields\":{\"name\":\"G2\",\"email\":\"g2@example.org\"}";

        sendIn("msg_14", "entity.created", mended).expect(201);
        var third = sendIn("msg_14", "entity.created", "\"fields\":{\"name\":\"G3\"}").expect(422);

        assertThat(openRefusals()).contains(first.text("/refusalId"), third.text("/refusalId"));
        admin.post(refusal(third) + "/take", "{}").expect(201);
        admin.get(REFUSALS + "?state=sleeping").expect(400);
        admin.get(REFUSALS + "/" + UUID.randomUUID()).expect(404);
    }

    private List<String> openRefusals() {
        return admin.get(REFUSALS + "?limit=500").expect(200).each("/items", "/id");
    }

    private static String refusal(Answer refused) {
        return REFUSALS + "/" + refused.text("/refusalId");
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
                                        .header(
                                                "webhook-signature",
                                                Signatures.of(secret, id, seconds, body))
                                        .POST(BodyPublishers.ofString(body)));
    }
}
