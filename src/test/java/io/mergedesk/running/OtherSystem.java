package io.mergedesk.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Another system with a REST API of the usual kind: `PUT /people/{id}` replaces a record, and is
/// refused with 412 where `If-Match` is not the version that is there.
final class OtherSystem implements AutoCloseable {

    private static final String PATH = "/people/";

    private final HttpServer server;
    private final Map<String, ObjectNode> people = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    private OtherSystem(HttpServer server) {
        this.server = server;
    }

    static OtherSystem start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            var system = new OtherSystem(server);
            server.createContext(PATH, system::serve);
            server.start();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Empty where there is no such person, or no such value.
    synchronized String value(String person, String name) {
        var found = people.get(person);
        return found == null ? "" : found.path(name).asString("");
    }

    /// Somebody changes it there.
    synchronized void change(String person, String name, String value) {
        keep(person, Objects.requireNonNull(people.get(person)).deepCopy().put(name, value));
    }

    private void keep(String person, ObjectNode record) {
        people.put(person, record);
        versions.merge(person, 1, Integer::sum);
    }

    private synchronized void serve(HttpExchange exchange) throws IOException {
        var person = exchange.getRequestURI().getPath().substring(PATH.length());
        var condition = exchange.getRequestHeaders().getFirst("If-Match");
        var body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                if (condition != null && !condition.equals(etag(person))) {
                    answer(exchange, 412, null);
                } else {
                    keep(person, (ObjectNode) JsonMapper.shared().readTree(body));
                    exchange.getResponseHeaders().add("ETag", etag(person));
                    answer(exchange, 200, people.get(person));
                }
            }
            case "GET" -> {
                exchange.getResponseHeaders().add("ETag", etag(person));
                answer(exchange, people.containsKey(person) ? 200 : 404, people.get(person));
            }
            case "DELETE" -> answer(exchange, people.remove(person) == null ? 404 : 204, null);
            default -> answer(exchange, 405, null);
        }
    }

    private String etag(String person) {
        return "\"" + versions.getOrDefault(person, 0) + "\"";
    }

    private static void answer(HttpExchange exchange, int status, @Nullable ObjectNode body)
            throws IOException {
        var bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
