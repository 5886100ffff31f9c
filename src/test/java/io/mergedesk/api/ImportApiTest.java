package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportApiTest extends ApiTest {

    @Test
    void a_csv_file_is_imported_and_undone_as_one_batch() {
        var done =
                send(
                                user,
                                "",
                                "name,phone,email\nAna,0123,ana@example.org\n,1,\nBen,2,ben@example.org\n")
                        .expect(200);

        assertThat(done.number("/created")).isEqualTo(2);
        assertThat(done.number("/failed")).isEqualTo(1);
        assertThat(done.number("/errors/0/line")).isEqualTo(3);
        assertThat(done.text("/errors/0/message")).contains("required");
        var batch = done.text("/batchId");
        assertThat(user.get("/api/v1/batches").expect(200).each("/items", "/id")).contains(batch);
        var undone = user.post("/api/v1/batches/" + batch + "/undo", "").expect(200);
        assertThat(undone.number("/deleted")).isEqualTo(2);
        assertThat(undone.text("/batch/state")).isEqualTo("undone");
        user.post("/api/v1/batches/" + batch + "/undo", "").expect(409);
        program("supervisor", "demo").post("/api/v1/batches/" + batch + "/undo", "").expect(403);
        user.post("/api/v1/batches/" + UUID.randomUUID() + "/undo", "").expect(404);
    }

    @Test
    void a_dry_run_says_what_would_change_and_changes_nothing() {
        send(user, "", "name,email\nAna,ana@example.org\n").expect(200);

        var dry =
                send(user, "?dryRun=true&key=email", "name,email\nAnna,ana@example.org\n")
                        .expect(200);

        assertThat(dry.at("/batchId").isNull()).isTrue();
        assertThat(dry.number("/updated")).isEqualTo(1);
        assertThat(dry.text("/changes/0/fields/0/from")).isEqualTo("Ana");
        assertThat(dry.text("/changes/0/fields/0/to")).isEqualTo("Anna");
        assertThat(user.get("/api/v1/types/" + type + "/export").expect(200).raw())
                .contains("Ana,")
                .doesNotContain("Anna");
    }

    @Test
    void columns_are_mapped_by_header_and_left_out_with_null() {
        var mapping = URLEncoder.encode("{\"Who\":\"name\",\"city\":null}", StandardCharsets.UTF_8);

        send(user, "?mapping=" + mapping, "Who,city\nAna,Lyon\n").expect(200);

        assertThat(user.get("/api/v1/types/" + type + "/entities").each("/items", "/fields/name"))
                .containsExactly("Ana");
        assertThat(user.get("/api/v1/types/" + type + "/entities").raw()).doesNotContain("Lyon");
        send(user, "?mapping=x", "Who\nAna\n").expect(400);
    }

    @Test
    void a_missing_type_is_made_for_admins_and_for_nobody_else() {
        type = "n" + UUID.randomUUID().toString().replace("-", "");
        send(user, "", "name;size\nAna;1,5\n").expect(404);
        send(user, "?create=true", "name;size\nAna;1,5\n").expect(403);

        var made = send(admin, "?create=true&key=name", "name;size\nAna;1,5\n").expect(200);

        assertThat(made.number("/created")).isEqualTo(1);
        assertThat(admin.get("/api/v1/types/" + type).expect(200).text("/fields/1/kind"))
                .isEqualTo("number");
    }

    @Test
    void what_is_no_table_of_text_is_refused_in_plain_words() {
        send(user, "", "").expect(422);
        send(user, "", "PK\u0003\u0004\u0000\u0000x").expect(422);
        send(user, "?key=nothing", "name\nAna\n").expect(400);
        send(stranger(), "", "name\nAna\n").expect(401);
    }

    @Test
    void a_file_that_is_too_large_gets_413_in_plain_words_and_nothing_of_it_is_taken() {
        var rows = "Ana,Lyon\n".repeat((1 << 20) / 9 + 1);

        var answer = send(user, "", "name,city\n" + rows).expect(413);

        assertThat(answer.text("/detail"))
                .isEqualTo("The file is too large: expected at most 1 MB");
        assertThat(user.get(list()).expect(200).at("/items").size()).isZero();
        send(user, "", "name,city\nAna,Lyon\n").expect(200);
    }

    @Test
    void an_export_is_a_file_that_spreadsheets_do_not_run() {
        create("{\"name\":\"=cmd|' /C calc'!A0\",\"city\":\"Lyon\"}");
        create("{\"name\":\"Ben\",\"city\":\"Paris\"}");

        var csv = user.get("/api/v1/types/" + type + "/export?filter=city:eq:Lyon").expect(200);
        var xlsx = user.get("/api/v1/types/" + type + "/export?format=xlsx").expect(200);

        assertThat(csv.header("Content-Disposition")).contains(type + ".csv");
        assertThat(csv.raw()).contains("\"'=cmd|").doesNotContain("Ben");
        assertThat(xlsx.raw()).startsWith("PK");
        user.get("/api/v1/types/" + type + "/export?format=pdf").expect(400);
    }

    private Answer send(Program program, String query, String csv) {
        return program.sendCsv("/api/v1/types/" + type + "/import" + query, csv);
    }
}
