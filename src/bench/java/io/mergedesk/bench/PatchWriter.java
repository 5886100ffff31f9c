package io.mergedesk.bench;

import io.mergedesk.entities.Entity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Changes the phone numbers of its share of the contacts in turn, over HTTP.
final class PatchWriter implements Load.Work {

    /// Where the application answers, and who asks.
    record Target(String address, String account, String password) {

        String authorization() {
            var pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }
    }

    private final HttpClient client;
    private final Target target;
    private final List<Entity> contacts;
    private final int workers;
    private final Map<Integer, String> tags = new HashMap<>();
    private int place;

    PatchWriter(HttpClient client, Target target, List<Entity> contacts, int worker, int workers) {
        this.client = client;
        this.target = target;
        this.contacts = contacts;
        this.workers = workers;
        this.place = worker;
    }

    @Override
    public void once() throws IOException, InterruptedException {
        var tag = tags.get(place);
        if (tag == null) {
            tag = tagOf(send(request().GET().build()));
        }
        var phone = Contacts.phone(place, Long.parseLong(tag.replace("\"", "")));
        var body = "{\"fields\":{\"phone\":\"" + phone + "\"}}";
        var patch =
                request()
                        .header("If-Match", tag)
                        .header("Content-Type", "application/merge-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                        .build();
        tags.put(place, tagOf(send(patch)));
        place = (place + workers) % contacts.size();
    }

    private HttpRequest.Builder request() {
        var path = "/api/v1/entities/" + contacts.get(place).id();
        return HttpRequest.newBuilder(URI.create(target.address() + path))
                .header("Authorization", target.authorization());
    }

    private HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "expected 200, got " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private static String tagOf(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
