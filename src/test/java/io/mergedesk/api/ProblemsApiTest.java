package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsApiTest extends ApiTest {

    @ParameterizedTest(name = "{0} is unreadable at line {1}, column {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"fields\":{\"name\":}}|1|",
                "{\"fields\":{\"name\":\"a\",\"name\":\"b\"}}|1|",
                "{\"fields\":{}} x|1|",
                "{|1|"
            })
    void unreadable_json_says_where(String body, int line) {
        var answer = user.post(list(), body).expect(400);

        assertThat(answer.text("/detail")).contains("line " + line + ", column ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "\"x\""})
    void a_body_that_is_no_object_is_refused(String body) {
        user.post(list(), body).expect(400);
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_refused_with_and_without_its_length() {
        var body = "{\"fields\":{\"notes\":\"" + "x".repeat(1 << 20) + "\"}}";

        user.post(list(), body).expect(413);
        user.send(
                        list(),
                        request ->
                                request.header("Content-Type", "application/json")
                                        .POST(
                                                BodyPublishers.fromPublisher(
                                                        BodyPublishers.ofString(body))))
                .expect(413);
    }

    @Test
    void a_page_of_none_or_too_many_is_refused_wherever_there_are_pages() {
        var entity = at(create("{\"name\":\"Ana\"}"));

        for (var pages :
                List.of(
                        list(),
                        entity + "/revisions",
                        entity + "/changes",
                        "/api/v1/changes",
                        "/api/v1/batches")) {
            for (var limit : List.of("0", "1001", "many")) {
                assertThat(user.get(pages + "?limit=" + limit).expect(400).text("/detail"))
                        .contains("limit");
            }
        }
    }

    @Test
    void deep_nesting_is_refused() {
        user.post(list(), "{\"a\":".repeat(20_000)).expect(400);
    }

    @Test
    void a_method_that_is_not_there_gets_405_with_those_that_are() {
        var answer = user.send("/api/v1/types", request -> request.DELETE()).expect(405);

        assertThat(answer.header("Allow")).contains("GET", "POST");
        assertThat(answer.text("/detail")).contains("DELETE").contains("GET");
    }

    @Test
    void another_media_type_gets_415_with_those_that_are_understood() {
        var answer =
                user.send(
                                list(),
                                request ->
                                        request.header("Content-Type", "text/plain")
                                                .POST(BodyPublishers.ofString("x")))
                        .expect(415);

        assertThat(answer.text("/detail")).contains("application/json");
        var id = create("{\"name\":\"Ana\"}");
        user.send(
                        at(id),
                        request ->
                                request.header("If-Match", "\"1\"")
                                        .header("Content-Type", "application/json-patch+json")
                                        .method("PATCH", BodyPublishers.ofString("[]")))
                .expect(415);
    }

    @Test
    void an_answer_in_another_form_than_json_is_not_to_be_had() {
        var answer =
                user.send("/api/v1/types", request -> request.header("Accept", "image/png").GET());

        answer.expect(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1", "/api/v2/types", "/api/v1/nothing/x"})
    void a_path_where_nothing_is_gets_404(String path) {
        user.get(path).expect(404);
        stranger().get(path).expect(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1//types", "/api/v1/%2e%2e/x", "/api/v1/types/a%2Fb", "/api/v1/x%00"})
    void a_path_that_is_refused_before_any_controller_gets_problem_details_too(String path) {
        var answer = user.get(path);

        answer.expect(answer.status());
        assertThat(answer.status()).isIn(400, 404);
    }

    @Test
    void a_failure_of_ours_has_an_id_and_tells_nothing_of_its_cause() {
        var answer = user.get("/api/test/broken").expect(500);

        assertThat(answer.text("/id")).hasSize(36);
        assertThat(answer.text("/detail")).contains(answer.text("/id"));
        assertThat(answer.raw()).doesNotContain("password", "Exception");
    }
}
