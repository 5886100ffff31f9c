package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the API answered.
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /// The same answer, when it has that status; one of 400 and more must be problem details.
    public Answer expect(int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(number("/status")).isEqualTo(status);
            assertThat(text("/title")).isNotBlank();
            assertThat(text("/detail")).isNotBlank();
            assertThat(raw()).doesNotContain("io.mergedesk", "org.springframework", "\tat ");
        }
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    String raw() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String text(String pointer) {
        return at(pointer).asString();
    }

    public long number(String pointer) {
        return at(pointer).asLong();
    }

    /// Something of each item of a list.
    public List<String> each(String list, String pointer) {
        return StreamSupport.stream(at(list).spliterator(), false)
                .map(item -> item.at(pointer).asString())
                .toList();
    }
}
