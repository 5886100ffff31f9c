package io.mergedesk.api;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a stream of server-sent events as a browser would (WHATWG HTML, "Server-sent events").
final class ServerSentEvents implements AutoCloseable {

    record Event(String id, String name, String data) {}

    private final HttpResponse<java.io.InputStream> response;
    private final BufferedReader lines;
    private String lastId = "";

    private ServerSentEvents(HttpResponse<java.io.InputStream> response) {
        this.response = response;
        this.lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /// @param after the last id that was received; null begins now
    static ServerSentEvents open(Program program, @Nullable String after) throws Exception {
        var events =
                new ServerSentEvents(
                        program.open(
                                "/api/v1/changes/stream",
                                request ->
                                        after == null
                                                ? request.GET()
                                                : request.header("Last-Event-ID", after).GET()));
        // the first block has no event: from here on nothing is missed
        while (!events.line().isEmpty()) {}
        return events;
    }

    HttpResponse<java.io.InputStream> response() {
        return response;
    }

    String lastId() {
        return lastId;
    }

    /// The next event.
    Event next() throws IOException {
        return find().orElseThrow(() -> new EOFException("the stream ended after " + lastId));
    }

    /// The next event; empty at the end of the stream.
    Optional<Event> find() throws IOException {
        var name = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return Optional.of(new Event(lastId, name, data.toString()));
            }
            read(line, data);
            name = line.startsWith("event: ") ? line.substring(7) : line.isEmpty() ? "" : name;
        }
        return Optional.empty();
    }

    /// The next comment, whatever comes before it.
    String comment() throws IOException {
        var line = line();
        while (!line.startsWith(":")) {
            line = line();
        }
        return line.substring(1).strip();
    }

    private String line() throws IOException {
        var line = lines.readLine();
        if (line == null) {
            throw new EOFException("the stream ended after " + lastId);
        }
        read(line, new StringBuilder());
        return line;
    }

    private void read(String line, StringBuilder data) {
        if (line.startsWith("id: ")) {
            lastId = line.substring(4);
        } else if (line.startsWith("data: ")) {
            data.append(line, 6, line.length());
        }
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
