package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenApiTest extends ApiTest {

    @Test
    void the_description_names_every_path_both_ways_to_sign_in_and_the_problems() {
        var api = user.get("/v3/api-docs").expect(200).json();

        assertThat(api.at("/paths").propertyNames())
                .contains(
                        "/api/v1/types",
                        "/api/v1/types/{type}",
                        "/api/v1/types/{type}/entities",
                        "/api/v1/entities/{id}",
                        "/api/v1/entities/{id}/restore",
                        "/api/v1/entities/{id}/revisions",
                        "/api/v1/entities/{id}/revisions/{number}",
                        "/api/v1/entities/{id}/changes",
                        "/api/v1/entities/{id}/following",
                        "/api/v1/following",
                        "/api/v1/changes",
                        "/api/v1/changes/stream",
                        "/api/v1/types/{type}/import",
                        "/api/v1/types/{type}/export",
                        "/api/v1/audit",
                        "/api/v1/audit/export",
                        "/api/v1/batches",
                        "/api/v1/batches/{id}/undo")
                .allMatch(path -> path.startsWith("/api/"));
        assertThat(api.at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
        var patch = api.at("/paths/~1api~1v1~1entities~1{id}/patch");
        assertThat(patch.at("/responses").propertyNames())
                .contains("200", "400", "401", "404", "409", "410", "422", "428", "500");
        assertThat(patch.at("/parameters").toString())
                .contains("If-Match", "Idempotency-Key")
                .doesNotContain("\"base\"", "\"body\"");
        assertThat(patch.at("/requestBody/content").propertyNames())
                .contains("application/merge-patch+json");
        for (var response : patch.at("/responses").properties()) {
            if (response.getKey().compareTo("400") >= 0) {
                assertThat(response.getValue().at("/content").propertyNames())
                        .as(response.getKey())
                        .containsExactly("application/problem+json");
            }
        }
        assertThat(api.at("/paths/~1api~1v1~1audit/get/parameters").toString())
                .contains("person", "conflictsOnly", "cursor", "from")
                .doesNotContain("\"sent\"");
        assertThat(patch.at("/operationId").asString()).isEqualTo("changeEntity");
        for (var path : api.at("/paths").properties()) {
            for (var operation : path.getValue().properties()) {
                assertThat(operation.getValue().at("/summary").asString(""))
                        .as(path.getKey())
                        .isNotBlank();
            }
        }
    }
}
