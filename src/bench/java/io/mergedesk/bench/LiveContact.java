package io.mergedesk.bench;

import java.net.http.HttpRequest;
import tools.jackson.databind.json.JsonMapper;

/// A contact of the demo that one person goes on changing through the API.
final class LiveContact {

    private static final JsonMapper JSON = new JsonMapper();

    private final RunningDemo demo;
    private final String id;
    private int revision;

    private LiveContact(RunningDemo demo, String id, int revision) {
        this.demo = demo;
        this.id = id;
        this.revision = revision;
    }

    /// The one that stands on top of the list.
    static LiveContact first(RunningDemo demo) throws Exception {
        var top = demo.request("/api/v1/types/contacts/entities?sort=name&limit=1").GET();
        var list = demo.send("user", top);
        var entity = JSON.readTree(list).at("/items/0");
        return new LiveContact(demo, entity.path("id").asString(), entity.path("revision").asInt());
    }

    /// Its page.
    String path() {
        return "/records/contacts/" + id;
    }

    /// Changes what the list shows of it.
    void showAs(String company) throws Exception {
        var answer =
                demo.send(
                        "supervisor",
                        demo.request("/api/v1/entities/" + id)
                                .header("If-Match", "\"" + revision + "\"")
                                .header("Content-Type", "application/merge-patch+json")
                                .method(
                                        "PATCH",
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"fields\":{\"company\":\"" + company + "\"}}")));
        revision = JSON.readTree(answer).at("/entity/revision").asInt();
    }
}
