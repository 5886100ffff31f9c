package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditApiTest extends ApiTest {

    private static final String AUDIT = "/api/v1/audit";

    @Test
    void edits_and_all_else_of_a_type_come_as_one_list_the_latest_first() {
        var id = create("{\"name\":\"Quay\",\"phone\":\"1\"}");
        user.patch(at(id), 1, "{\"fields\":{\"phone\":\"2\"}}").expect(200);
        admin.get("/api/v1/types/" + type + "/export?filter=name:Quay").expect(200);

        await().untilAsserted(() ->
                assertThat(actions(""))
                        .containsExactly("exported", "updated", "created", "type-created"));
        var answer = admin.get(ofType("")).expect(200);
        assertThat(answer.each("/items", "/by")).containsExactly("admin", "user", "user", "admin");
        assertThat(answer.text("/items/0/details/rows")).isEqualTo("1");
        assertThat(answer.text("/items/0/details/filter")).contains("name", "Quay");
        assertThat(answer.text("/items/1/log")).isEqualTo("changes");
        assertThat(answer.text("/items/1/entityId")).isEqualTo(id);
        assertThat(answer.text("/items/1/fields/0/from")).isEqualTo("1");
        assertThat(answer.text("/items/1/fields/0/to")).isEqualTo("2");
        assertThat(answer.text("/items/3/log")).isEqualTo("trail");
        assertThat(answer.at("/nextCursor").isNull()).isTrue();
        assertThat(answer.number("/changes/head")).isPositive();
    }

    @Test
    void conditions_are_met_together() {
        var id = create("{\"name\":\"Quay\",\"phone\":\"1\"}");
        user.patch(at(id), 1, "{\"fields\":{\"phone\":\"77 88\"}}").expect(200);
        supervisor.patch(at(id), 2, "{\"fields\":{\"notes\":\"x\"}}").expect(200);

        assertThat(actions("&entity=" + id)).containsExactly("updated", "updated", "created");
        assertThat(actions("&field=phone")).containsExactly("updated", "created");
        assertThat(actions("&field=phone&q=88")).containsExactly("updated");
        assertThat(actions("&person=supervisor")).containsExactly("updated");
        assertThat(actions("&person=supervisor&field=phone")).isEmpty();
        assertThat(actions("&action=created")).containsExactly("created");
        assertThat(actions("&origin=api&q=quay")).containsExactly("created");
        assertThat(actions("&origin=import")).isEmpty();
        assertThat(actions("&conflictsOnly=true")).isEmpty();
        assertThat(actions("&from=2100-01-01T00:00:00Z")).isEmpty();
        assertThat(actions("&to=2000-01-01T00:00:00%2B02:00")).isEmpty();
        assertThat(actions("&from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z")).hasSize(4);
    }

    @Test
    void a_list_is_paged_without_loss_or_repetition() {
        for (int i = 0; i < 5; i++) {
            create("{\"name\":\"No " + i + "\"}");
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = admin.get(ofType("&limit=2" + cursor)).expect(200);
            assertThat(page.at("/items").size()).isLessThanOrEqualTo(2);
            seen.addAll(page.each("/items", "/sequence"));
            create("{\"name\":\"Meanwhile\"}");
            cursor = page.at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}={1} is refused")
    @CsvSource({
        "person, no such!",
        "type, 1x",
        "entity, 12",
        "field, 9",
        "origin, moon",
        "action, dance",
        "from, yesterday",
        "to, 2026-13-01T00:00:00Z",
        "conflictsOnly, maybe",
        "limit, 501",
        "limit, x",
        "cursor, x",
        "cursor, 0.AAAA"
    })
    void what_cannot_be_read_is_named(String name, String text) {
        var answer =
                admin.get(
                                AUDIT
                                        + "?"
                                        + name
                                        + "="
                                        + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .expect(400);

        assertThat(answer.each("/errors", "/field")).containsExactly(name);
    }

    @Test
    void a_text_too_long_is_named_and_a_hostile_one_is_text() {
        assertThat(admin.get(AUDIT + "?q=" + "x".repeat(201)).expect(400).each("/errors", "/field"))
                .containsExactly("q");
        create("{\"name\":\"<img src=x onerror=alert(1)>\"}");
        for (var text : List.of("%27%3B+DROP+TABLE+x", "%25", "_", "%00", "%5C", "%3Cimg")) {
            admin.get(ofType("&q=" + text)).expect(200);
        }
        assertThat(actions("&q=onerror")).containsExactly("created");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        create("{\"name\":\"a\"}");
        var cursor = admin.get(ofType("&limit=1")).text("/nextCursor");

        admin.get(AUDIT + "?limit=1&cursor=" + cursor).expect(400);
        admin.get(ofType("&limit=1&cursor=" + cursor)).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {AUDIT, AUDIT + "/export", AUDIT + "/export?format=jsonl"})
    void only_admins_read_it(String path) {
        user.get(path).expect(403);
        supervisor.get(path).expect(403);
        stranger().get(path).expect(401);
    }

    @Test
    void an_export_is_harmless_complete_and_noted() {
        var id = create("{\"name\":\"=cmd|' /C calc'!A0\",\"notes\":\"two\\nlines, \\\"q\\\"\"}");
        user.patch(at(id), 1, "{\"fields\":{\"notes\":\"x\",\"phone\":\"+1\"}}").expect(200);

        var csv = admin.get(AUDIT + "/export?type=" + type).expect(200);
        var lines = admin.get(AUDIT + "/export?format=jsonl&type=" + type).expect(200);

        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("audit.csv");
        assertThat(csv.raw())
                .startsWith("at,by,action,type,entity,")
                .contains("'=cmd|' /C calc'!A0")
                .contains("\"two\nlines, \"\"q\"\"\"");
        assertThat(csv.raw().lines().filter(line -> line.contains(",=cmd"))).isEmpty();
        assertThat(lines.header("Content-Type")).startsWith("application/jsonl");
        assertThat(lines.raw().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
                .anySatisfy(line -> assertThat(line).contains("\"fields\":{\"name\":[null,\"=cmd"));
        admin.get(AUDIT + "/export?format=pdf").expect(400);
        await().untilAsserted(() ->
                assertThat(
                                admin.get(AUDIT + "?action=audit-exported&q=" + type)
                                        .expect(200)
                                        .each("/items", "/details/format"))
                        .containsExactly("jsonl", "csv"));
    }

    @Test
    void a_program_is_noted_once_an_hour_and_a_wrong_password_each_time() {
        var ana = member();
        ana.get("/api/v1/types").expect(200);
        ana.get("/api/v1/types").expect(200);
        program(ana.person(), "wrong").get("/api/v1/types").expect(401);
        program(ana.person(), "wrong too").get("/api/v1/types").expect(401);

        await().untilAsserted(() ->
                assertThat(
                                admin.get(AUDIT + "?person=" + ana.person())
                                        .expect(200)
                                        .each("/items", "/action"))
                        .containsExactly("sign-in-refused", "sign-in-refused", "sign-in"));
        assertThat(admin.get(AUDIT + "?person=" + ana.person()).each("/items", "/address"))
                .allMatch(address -> !address.isEmpty());
        assertThat(admin.get(AUDIT + "?person=" + ana.person()).raw())
                .doesNotContain("wrong too", "correct horse");
    }

    @Test
    void who_was_let_in_and_what_was_defined_is_found() {
        var ana = member("south" + type.substring(0, 6));
        var token = token(ana);
        revoke(token);
        disable(ana);

        assertThat(all("?q=" + ana.person()))
                .contains("person-created", "person-disabled", "token-created", "token-revoked");
        assertThat(all("?action=team-created")).contains("team-created");
        assertThat(admin.get(ofType("")).text("/items/0/details/field phone"))
                .isEqualTo("added as text");
    }

    @Test
    void an_import_is_noted_from_its_begin_to_its_undo() {
        var batch =
                user.sendCsv("/api/v1/types/" + type + "/import", "name,phone\nA,1\nB,2\n")
                        .expect(200)
                        .text("/batchId");
        user.post("/api/v1/batches/" + batch + "/undo", "").expect(200);

        assertThat(
                        actions("").stream()
                                .filter(action ->
                                        Stream.of("import", "batch").anyMatch(action::startsWith)))
                .containsExactly("batch-undone", "import-finished", "import-started");
    }

    private List<String> actions(String conditions) {
        return admin.get(ofType(conditions)).expect(200).each("/items", "/action");
    }

    private List<String> all(String conditions) {
        return admin.get(AUDIT + conditions).expect(200).each("/items", "/action");
    }

    private String ofType(String conditions) {
        return AUDIT + "?type=" + type + conditions;
    }
}
