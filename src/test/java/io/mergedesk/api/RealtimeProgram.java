package io.mergedesk.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program at the gateway, over a real WebSocket.
public final class RealtimeProgram implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder begun = new StringBuilder();
    private @Nullable WebSocket socket;

    private RealtimeProgram() {}

    /// Connected and greeted.
    public static RealtimeProgram open(Program program, String query) throws Exception {
        var opened = connect(program, query, builder -> builder);
        opened.next("welcome");
        return opened;
    }

    public static RealtimeProgram connect(
            Program program, String query, UnaryOperator<WebSocket.Builder> change)
            throws Exception {
        var made = new RealtimeProgram();
        var address = URI.create("ws://localhost:" + program.port() + "/api/v1/realtime" + query);
        var builder = change.apply(CLIENT.newWebSocketBuilder());
        if (program.account() != null) {
            var pair = program.account() + ":" + program.password();
            builder.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else if (program.password() != null) {
            builder.header("Authorization", "Bearer " + program.password());
        }
        made.socket = builder.buildAsync(address, made).get(20, TimeUnit.SECONDS);
        return made;
    }

    RealtimeProgram send(String frame) {
        Objects.requireNonNull(socket).sendText(frame, true).join();
        return this;
    }

    /// Subscribes to everything of records, and waits until that is in force.
    public RealtimeProgram follow(String ref, @Nullable Long after) throws Exception {
        send(
                "{\"type\":\"subscribe\",\"ref\":\"%s\",\"events\":[\"entity:*\"]%s}"
                        .formatted(ref, after == null ? "" : ",\"after\":" + after));
        next("subscribed");
        return this;
    }

    /// The next frame, which has to be of that type.
    public JsonNode next(String type) throws InterruptedException {
        var frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null || !frame.path("type").asString().equals(type)) {
            throw new AssertionError("expected a frame of the type " + type + ", got " + frame);
        }
        return frame;
    }

    /// The next frame.
    JsonNode next() throws InterruptedException {
        var frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return Objects.requireNonNull(frame, "expected a frame, got none");
    }

    /// The code it was closed with.
    int closeCode() throws Exception {
        return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /// Gone without a word.
    void abort() {
        Objects.requireNonNull(socket).abort();
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        begun.append(data);
        if (last) {
            frames.add(JSON.readTree(begun.toString()));
            begun.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        abort();
    }
}
