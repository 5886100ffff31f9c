package io.mergedesk.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A program that uses the API as somebody; without an account, the password is a token.
public record Program(int port, @Nullable String account, @Nullable String password) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    String person() {
        return Objects.requireNonNull(account);
    }

    public Answer get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    public Answer post(String path, String json) {
        return send(path, request -> json(request).POST(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, long version, String json) {
        return send(
                path, request -> json(on(request, version)).POST(BodyPublishers.ofString(json)));
    }

    Answer post(String path, String json, String key) {
        return send(
                path,
                request ->
                        json(request)
                                .header("Idempotency-Key", key)
                                .POST(BodyPublishers.ofString(json)));
    }

    public Answer sendCsv(String path, String csv) {
        return send(
                path,
                request ->
                        request.header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(csv)));
    }

    Answer put(String path, long version, String json) {
        return send(path, request -> json(on(request, version)).PUT(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, long revision, String json) {
        return send(
                path,
                request ->
                        on(request, revision)
                                .header("Content-Type", "application/merge-patch+json")
                                .method("PATCH", BodyPublishers.ofString(json)));
    }

    Answer delete(String path, long revision) {
        return send(path, request -> on(request, revision).DELETE());
    }

    public Answer send(String path, UnaryOperator<HttpRequest.Builder> change) {
        try {
            return new Answer(CLIENT.send(request(path, change), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An answer that is read while it comes.
    HttpResponse<java.io.InputStream> open(String path, UnaryOperator<HttpRequest.Builder> change)
            throws IOException, InterruptedException {
        return CLIENT.send(request(path, change), BodyHandlers.ofInputStream());
    }

    private HttpRequest request(String path, UnaryOperator<HttpRequest.Builder> change) {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30));
        if (account != null) {
            var pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        } else if (password != null) {
            request.header("Authorization", "Bearer " + password);
        }
        return change.apply(request).build();
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder on(HttpRequest.Builder request, long revision) {
        return request.header("If-Match", "\"" + revision + "\"");
    }
}
