package io.mergedesk.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.ui.AppTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The headers of every kind of answer, and who may read the description of the API.
@AppTest
class ProtectingHeadersIT {

    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern UNKNOWN_INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*(?:nonce|src)=)[^>]*>");

    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/people",
                "/no/such/page",
                "/styles/tokens.css",
                "/styles/images/mark.svg",
                "/modules/drafts.js",
                "/no-such-file.css",
                "/swagger-ui/index.html"
            })
    void every_page_and_file_carries_them(String path) throws Exception {
        var answer = get(path, "");

        assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void only_inline_scripts_with_the_number_of_their_page_may_run() throws Exception {
        var first = get("/login", "");
        var second = get("/login", "");

        var nonce = nonce(first);
        assertThat(nonce(second)).isNotEqualTo(nonce);
        assertThat(header(first, "Content-Security-Policy"))
                .containsPattern("script-src 'self' 'nonce-[^']+' 'unsafe-eval';");
        assertThat(first.body()).contains("nonce=\"" + nonce + "\"");
        assertThat(UNKNOWN_INLINE_SCRIPT.matcher(first.body()).find()).isFalse();
    }

    private static String nonce(HttpResponse<?> answer) {
        var found = NONCE.matcher(header(answer, "Content-Security-Policy"));
        assertThat(found.find()).as("a nonce in the policy").isTrue();
        return found.group(1);
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource({
        "'', 401, /api/v1/types",
        "user, 200, /api/v1/types",
        "user, 403, /api/v1/types",
        "user, 404, /api/v1/entities/0190163d-8694-739b-aea5-966c26f8ad91",
        "user, 404, /api/v1/no-such-thing"
    })
    void every_answer_to_a_program_carries_them(String account, int status, String path)
            throws Exception {
        var answer = status == 403 ? post(path, account) : get(path, account);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        if (status >= 400) {
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"status\":" + status);
        }
    }

    @Test
    void the_description_of_the_api_is_for_those_who_may_use_it() throws Exception {
        assertThat(get("/v3/api-docs", "").statusCode()).isEqualTo(302);
        assertThat(get("/v3/api-docs", "user").statusCode()).isEqualTo(200);
        assertThat(get("/v3/api-docs", "nobody").statusCode()).isEqualTo(401);
        assertThat(get("/swagger-ui/index.html", "").statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> get(String path, String account) throws Exception {
        return send(request(path, account).GET().build());
    }

    private HttpResponse<String> post(String path, String account) throws Exception {
        var body = "{\"name\":\"cars\",\"label\":\"Cars\",\"fields\":[]}";
        return send(
                request(path, account)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder request(String path, String account) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!account.isEmpty()) {
            var pair = (account + ":demo").getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return request;
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
