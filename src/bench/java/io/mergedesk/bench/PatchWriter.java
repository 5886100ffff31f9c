package io.mergedesk.bench;

import io.mergedesk.entities.Entity;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Changes the phone numbers of its share of the contacts in turn, over one connection.
final class PatchWriter implements Load.Work, AutoCloseable {

    /// Where the application answers, and who asks.
    record Target(URI address, String account, String password) {

        String authorization() {
            var pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
        }
    }

    private final KeptConnection connection;
    private final String authorization;
    private final List<Entity> contacts;
    private final int workers;
    private final Map<Integer, String> tags = new HashMap<>();
    private int place;

    PatchWriter(Target target, List<Entity> contacts, int worker, int workers) throws IOException {
        this.connection = new KeptConnection(target.address());
        this.authorization = target.authorization();
        this.contacts = contacts;
        this.workers = workers;
        this.place = worker;
    }

    @Override
    public void once() throws IOException {
        var tag = tags.get(place);
        if (tag == null) {
            tag = send("GET", "", "");
        }
        var phone = Contacts.phone(place, Long.parseLong(tag.replace("\"", "")));
        var headers =
                "If-Match: " + tag + "\r\nContent-Type: application/merge-patch+json\r\n";
        tags.put(place, send("PATCH", headers, "{\"fields\":{\"phone\":\"" + phone + "\"}}"));
        place = (place + workers) % contacts.size();
    }

    /// @return the tag of the entity
    private String send(String method, String headers, String body) throws IOException {
        var path = "/api/v1/entities/" + contacts.get(place).id();
        var answer = connection.send(method, path, authorization + headers, body);
        if (answer.status() != 200) {
            throw new IOException("expected 200, got " + answer.status() + ": " + answer.body());
        }
        return answer.header("etag");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
