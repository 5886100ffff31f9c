package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntegrityApiTest extends ApiTest {

    @Test
    void an_admin_is_told_that_both_chains_are_intact() {
        create("{\"name\":\"Quay\"}");

        var answer = admin.get("/api/v1/audit/verify").expect(200);

        assertThat(answer.text("/state")).isEqualTo("intact");
        assertThat(answer.each("/chains", "/chain")).containsExactly("changes", "trail");
        assertThat(answer.each("/chains", "/state")).containsOnly("intact");
        assertThat(answer.number("/rows")).isPositive().isEqualTo(answer.number("/totalRows"));
        assertThat(answer.text("/words")).startsWith("Every row up to");
    }

    @Test
    void a_run_can_be_asked_for_again() {
        var run = admin.get("/api/v1/audit/verify?from=last").expect(200).number("/run");

        var again = admin.get("/api/v1/audit/verify?run=" + run).expect(200);

        assertThat(again.number("/run")).isEqualTo(run);
        admin.get("/api/v1/audit/verify?run=987654").expect(404);
    }

    @Test
    void a_place_that_was_never_signed_is_refused_by_name() {
        var answer = admin.get("/api/v1/audit/verify?from=987654").expect(400);

        assertThat(answer.each("/errors", "/field")).containsExactly("from");
        admin.get("/api/v1/audit/verify?from=yesterday").expect(400);
    }

    @Test
    void only_admins_verify_erase_and_hold() {
        user.get("/api/v1/audit/verify").expect(403);
        user.get("/api/v1/audit/verify?run=1").expect(403);
        supervisor.post("/api/v1/audit/checkpoints", "{\"reason\":\"why not\"}").expect(403);
        var id = create("{\"name\":\"Quay\"}");
        user.post("/api/v1/audit/erasures", "{\"entityId\":\"" + id + "\",\"reason\":\"x\"}")
                .expect(403);
        user.post("/api/v1/audit/holds", "{\"entityId\":\"" + id + "\",\"reason\":\"x\"}")
                .expect(403);
        user.get("/api/v1/audit/holds").expect(403);
    }

    @Test
    void erased_values_read_as_erased_everywhere() {
        var id =
                create(
                        "{\"name\":\"Quay\",\"phone\":\"secret\",\"fee\":{\"amount\":12.5,\"currency\":\"EUR\"}}");
        user.patch(at(id), 1, "{\"fields\":{\"phone\":\"open\",\"fee\":null}}").expect(200);

        var answer = erase(id, "\"phone\",\"fee\"");

        assertThat(answer.number("/rows")).isEqualTo(2);
        assertThat(answer.each("/stillCurrent", "")).containsExactly("phone");
        var changes = user.get(at(id) + "/changes").expect(200);
        assertThat(changes.raw()).doesNotContain("secret").contains("{\"erased\":true}");
        var revision = user.get(at(id) + "/revisions/1").expect(200);
        assertThat(revision.text("/fields/name")).isEqualTo("Quay");
        assertThat(revision.text("/fields/phone/erased")).isEqualTo("true");
        assertThat(admin.get("/api/v1/audit/verify").expect(200).text("/state"))
                .isEqualTo("intact");
    }

    @Test
    void an_erasing_without_a_reason_a_record_or_known_fields_is_refused() {
        var id = create("{\"name\":\"Quay\"}");

        admin.post("/api/v1/audit/erasures", "{\"entityId\":\"" + id + "\"}").expect(422);
        admin.post("/api/v1/audit/erasures", "{\"reason\":\"x\"}").expect(422);
        admin.post(
                        "/api/v1/audit/erasures",
                        "{\"entityId\":\"" + id + "\",\"fields\":[\"nothing\"],\"reason\":\"x\"}")
                .expect(422);
        admin.post(
                        "/api/v1/audit/erasures",
                        "{\"entityId\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"reason\":\"x\"}")
                .expect(404);
    }

    @Test
    void a_hold_stops_erasing_until_it_is_lifted() {
        var id = create("{\"name\":\"Quay\"}");
        var hold =
                admin.post(
                                "/api/v1/audit/holds",
                                "{\"entityId\":\"" + id + "\",\"reason\":\"lawsuit\"}")
                        .expect(201)
                        .text("/id");

        var refused =
                admin.post(
                                "/api/v1/audit/erasures",
                                "{\"entityId\":\"" + id + "\",\"reason\":\"x\"}")
                        .expect(409);

        assertThat(refused.text("/hold/reason")).isEqualTo("lawsuit");
        admin.delete("/api/v1/audit/holds/" + hold, 1).expect(200);
        admin.delete("/api/v1/audit/holds/" + hold, 1).expect(404);
        erase(id, "\"phone\"");
        assertThat(admin.get("/api/v1/audit/holds").expect(200).each("/items", "/id"))
                .contains(hold);
    }

    @Test
    void a_hold_is_on_a_record_or_on_a_type() {
        admin.post("/api/v1/audit/holds", "{\"reason\":\"x\"}").expect(422);
        admin.post("/api/v1/audit/holds", "{\"type\":\"nothing\",\"reason\":\"x\"}").expect(422);
        admin.post("/api/v1/audit/holds", "{\"type\":\"" + type + "\",\"reason\":\"x\"}")
                .expect(201);
    }

    @Test
    void beginning_anew_needs_a_reason() {
        admin.post("/api/v1/audit/checkpoints", "{}").expect(422);
        admin.post("/api/v1/audit/checkpoints", "{\"reason\":\"restored\"}").expect(204);

        assertThat(admin.get("/api/v1/audit/verify").expect(200).text("/state"))
                .isEqualTo("intact");
    }

    private Answer erase(String id, String fields) {
        return admin.post(
                        "/api/v1/audit/erasures",
                        "{\"entityId\":\"%s\",\"fields\":[%s],\"reason\":\"asked for\"}"
                                .formatted(id, fields))
                .expect(200);
    }
}
