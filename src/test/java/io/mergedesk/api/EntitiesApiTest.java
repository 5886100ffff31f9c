package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitiesApiTest extends ApiTest {

    private static final String EVERYTHING =
            """
            {"name":"Ana","phone":"0123","notes":"a\\nb","age":12.50,
             "fee":{"amount":12.5,"currency":"EUR"},"birthday":"2026-01-31",
             "seenAt":"2026-01-31T10:30:00+01:00","active":true,"stage":"Won",
             "tags":["red","blue"],"email":"Ana@Example.ORG","website":"https://example.org/x?y=1",
             "owner":"user"}
            """;

    @Test
    void a_new_entity_says_where_it_is_and_holds_what_was_sent() {
        var boss = create("{\"name\":\"Boss\"}");
        var body = EVERYTHING.replace("\"owner\"", "\"boss\":\"" + boss + "\",\"owner\"");

        var made = user.post(list(), "{\"fields\":" + body + "}").expect(201);

        var id = made.text("/entity/id");
        assertThat(made.header("Location")).isEqualTo(at(id));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("/outcome")).isEqualTo("applied");
        var read = user.get(at(id)).expect(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.json()).isEqualTo(made.at("/entity"));
        assertThat(read.text("/type")).isEqualTo(type);
        assertThat(read.number("/revision")).isEqualTo(1);
        assertThat(read.text("/status")).isEqualTo("synced");
        assertThat(read.text("/createdBy")).isEqualTo("user");
        assertThat(read.at("/versionVector").size()).isEqualTo(1);
        assertThat(read.text("/fields/phone")).isEqualTo("0123");
        assertThat(read.at("/fields/age").decimalValue()).isEqualByComparingTo("12.5");
        assertThat(read.at("/fields/fee").toString())
                .isEqualTo("{\"amount\":12.50,\"currency\":\"EUR\"}");
        assertThat(read.text("/fields/seenAt")).isEqualTo("2026-01-31T09:30:00Z");
        assertThat(read.at("/fields/active").booleanValue()).isTrue();
        assertThat(read.at("/fields/tags").toString()).isEqualTo("[\"blue\",\"red\"]");
        assertThat(read.text("/fields/email")).isEqualTo("Ana@example.org");
        assertThat(read.text("/fields/boss")).isEqualTo(boss);
    }

    @Test
    void a_patch_sets_what_it_names_clears_what_is_null_and_leaves_the_rest() {
        var id = create(EVERYTHING.replace("Ana@", "patch@"));

        var changed =
                user.patch(
                                at(id),
                                1,
                                "{\"fields\":{\"phone\":null,\"city\":\"Lyon\",\"age\":\"7\",\"tags\":[]}}")
                        .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("/outcome")).isEqualTo("applied");
        assertThat(changed.at("/entity/fields/phone").isMissingNode()).isTrue();
        assertThat(changed.at("/entity/fields/tags").isMissingNode()).isTrue();
        assertThat(changed.text("/entity/fields/city")).isEqualTo("Lyon");
        assertThat(changed.number("/entity/fields/age")).isEqualTo(7);
        assertThat(changed.text("/entity/fields/name")).isEqualTo("Ana");
        user.send(
                        at(id),
                        request ->
                                request.header("If-Match", "\"2\"")
                                        .header("Content-Type", "application/json")
                                        .method(
                                                "PATCH",
                                                BodyPublishers.ofString(
                                                        "{\"fields\":{\"city\":\"Paris\"}}")))
                .expect(200);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "name|7",
                "name|null",
                "phone|\"a\\nb\"",
                "phone|\"\\ud800\"",
                "age|\"many\"",
                "age|true",
                "age|1e999999999",
                "age|\"1e999999999\"",
                "fee|12",
                "fee|\"1e99999999 EUR\"",
                "fee|{\"amount\":1,\"currency\":\"NOPE\"}",
                "birthday|\"31.01.2026\"",
                "seenAt|\"2026-01-31T10:30:00\"",
                "active|\"maybe\"",
                "stage|\"Gone\"",
                "tags|[\"red\",7]",
                "tags|{\"red\":true}",
                "email|\"nobody\"",
                "website|\"javascript:alert(1)\"",
                "boss|\"0190b0c0-0000-7000-8000-000000000000\"",
                "owner|\"no-such-person\"",
                "nothing|\"x\"",
                "$team|\"x\""
            })
    void a_value_that_does_not_fit_is_told_by_its_field(String field, String value) {
        var id = create("{\"name\":\"Ana\"}");

        var refused =
                user.patch(at(id), 1, "{\"fields\":{\"" + field + "\":" + value + "}}").expect(422);

        assertThat(refused.each("/errors", "/field")).containsExactly(field);
        assertThat(refused.text("/errors/0/message")).containsAnyOf("expected", "required");
        assertThat(user.get(at(id)).number("/revision")).isEqualTo(1);
    }

    @Test
    void values_beside_fields_are_refused_since_they_would_be_lost() {
        var refused = user.post(list(), "{\"name\":\"Ana\"}").expect(422);

        assertThat(refused.each("/errors", "/field")).containsExactly("name");
        user.post(list(), "{\"fields\":[]}").expect(422);
    }

    @Test
    void a_value_another_entity_holds_is_refused_where_it_must_be_unique_and_leads_there() {
        var holder = create("{\"name\":\"Ana\",\"email\":\"one@example.org\"}");

        var refused =
                user.post(list(), "{\"fields\":{\"name\":\"Ben\",\"email\":\"one@example.org\"}}")
                        .expect(409);

        assertThat(refused.text("/type")).isEqualTo("urn:mergedesk:problem:taken");
        assertThat(refused.each("/errors", "/field")).containsExactly("email");
        assertThat(refused.each("/errors", "/heldBy")).containsExactly(holder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>",
                "=cmd|' /C calc'!A0",
                "'; DROP TABLE entity; --",
                "\u202egnp.exe 😀 ﷽"
            })
    void dangerous_text_comes_back_as_it_was_sent(String payload) {
        var json = new tools.jackson.databind.json.JsonMapper().writeValueAsString(payload);

        var id = create("{\"name\":" + json + "}");

        var read = user.get(at(id)).expect(200);
        assertThat(read.text("/fields/name")).isEqualTo(payload);
        assertThat(read.header("Content-Type")).startsWith("application/json");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void a_change_without_the_revision_it_was_made_on_gets_428() {
        var id = create("{\"name\":\"Ana\"}");
        var body = "{\"fields\":{\"city\":\"Lyon\"}}";

        user.send(
                        at(id),
                        request ->
                                request.header("Content-Type", "application/json")
                                        .method("PATCH", BodyPublishers.ofString(body)))
                .expect(428);
        user.send(at(id), request -> request.DELETE()).expect(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "13", "W/\"1\"", "\"x\"", "\"1\", \"2\"", "\"0\"", "\"-1\""})
    void anything_but_one_revision_in_if_match_gets_400(String header) {
        var id = create("{\"name\":\"Ana\"}");

        var answer =
                user.send(at(id), request -> request.header("If-Match", header).DELETE())
                        .expect(400);

        assertThat(answer.each("/errors", "/field")).containsExactly("If-Match");
    }

    @Test
    void a_revision_nobody_has_read_yet_is_refused() {
        var id = create("{\"name\":\"Ana\"}");

        user.patch(at(id), 9, "{\"fields\":{\"city\":\"Lyon\"}}").expect(422);
    }

    @Test
    void a_deleted_entity_is_gone_with_who_and_when_until_it_is_restored() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");

        var deleted = supervisor.delete(at(id), 1).expect(200);

        assertThat(deleted.at("/entity/deleted").booleanValue()).isTrue();
        var gone = user.get(at(id)).expect(410);
        assertThat(gone.text("/deletedBy")).isEqualTo("supervisor");
        assertThat(gone.text("/deletedAt")).isNotBlank();
        assertThat(gone.number("/revision")).isEqualTo(2);
        user.patch(at(id), 2, "{\"fields\":{\"city\":\"Paris\"}}").expect(410);
        user.delete(at(id), 2).expect(410);
        assertThat(user.get(list()).each("/items", "/id")).doesNotContain(id);
        assertThat(user.get(at(id) + "/revisions").expect(200).at("/items").size()).isEqualTo(2);

        var restored = user.post(at(id) + "/restore", "").expect(200);

        assertThat(restored.number("/entity/revision")).isEqualTo(3);
        assertThat(user.get(at(id)).expect(200).text("/fields/city")).isEqualTo("Lyon");
    }

    @Test
    void what_is_no_entity_is_not_found() {
        for (var id : new String[] {"x", "0190b0c0-0000-7000-8000-000000000000", "%00", "1;x=y"}) {
            assertThat(user.get(at(id)).status()).as(id).isIn(400, 404);
        }
        user.get(at("0190b0c0-0000-7000-8000-000000000000")).expect(404);
        user.delete(at("0190b0c0-0000-7000-8000-000000000000"), 1).expect(404);
    }

    @Test
    void history_tells_every_revision_newest_first_in_pages() {
        var id = create("{\"name\":\"Ana\",\"city\":\"0\"}");
        for (int revision = 1; revision < 25; revision++) {
            user.patch(at(id), revision, "{\"fields\":{\"city\":\"" + revision + "\"}}")
                    .expect(200);
        }

        var first = user.get(at(id) + "/revisions?limit=10").expect(200);
        var second =
                user.get(at(id) + "/revisions?limit=10&cursor=" + first.text("/nextCursor"))
                        .expect(200);
        var third =
                user.get(at(id) + "/revisions?limit=10&cursor=" + second.text("/nextCursor"))
                        .expect(200);

        assertThat(first.each("/items", "/fields/city")).startsWith("24", "23").endsWith("15");
        assertThat(first.each("/items", "/revision")).startsWith("25", "24").hasSize(10);
        assertThat(third.each("/items", "/fields/city")).containsExactly("4", "3", "2", "1", "0");
        assertThat(third.at("/nextCursor").isNull()).isTrue();
        assertThat(first.text("/items/0/changed/0")).isEqualTo("city");
        var old = user.get(at(id) + "/revisions/7").expect(200);
        assertThat(old.text("/fields/city")).isEqualTo("6");
        assertThat(old.number("/revision")).isEqualTo(7);
        user.get(at(id) + "/revisions/99").expect(404);
        user.get(at(id) + "/revisions/first").expect(404);
        var changes = user.get(at(id) + "/changes?limit=1").expect(200);
        assertThat(changes.text("/items/0/fields/0/from")).isEqualTo("23");
        assertThat(changes.text("/items/0/fields/0/to")).isEqualTo("24");
        assertThat(changes.text("/items/0/origin")).isEqualTo("api");
        assertThat(changes.text("/items/0/event")).isEqualTo("entity:updated");
    }

    @Test
    void a_known_revision_is_answered_in_full_as_its_sync_status_may_be_another() {
        var id = create("{\"name\":\"Ana\"}");

        var again =
                user.send(at(id), request -> request.header("If-None-Match", "\"1\"").GET())
                        .expect(200);

        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.text("/status")).isEqualTo("synced");
    }
}
