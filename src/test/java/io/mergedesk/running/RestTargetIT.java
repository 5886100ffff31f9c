package io.mergedesk.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.api.Program;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record lives here and in another system, and people change it on both sides.
class RestTargetIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir static Path home;

    private static RunningApp app;
    private static OtherSystem other;
    private static Program user;

    @BeforeAll
    static void start() {
        other = OtherSystem.start();
        app = RunningApp.serving(home);
        user = new Program(app.port(), "user", "demo");
        new Program(app.port(), "admin", "demo")
                .post(
                        "/api/v1/sync/targets",
                        """
                        {"name":"CRM","kind":"rest","url":"%s","secret":"Bearer let-me-in",\
                        "types":["contacts"],"allowPrivateAddress":true,\
                        "rest":{"update":{"method":"PUT","path":"/people/{id}"},\
                        "delete":{"method":"DELETE","path":"/people/{id}"},\
                        "names":{"phone":"telephone"},"headers":{},"conditional":true}}\
                        """
                                .formatted(other.url()))
                .expect(201);
    }

    @AfterAll
    static void stop() {
        app.close();
        other.close();
    }

    @Test
    void the_other_system_has_each_change() {
        var contact = create("Anna Bell", "1");

        change(contact, 1, "phone", "2");

        awaitThere(contact, "telephone", "2");
        assertThat(other.value(contact, "name")).isEqualTo("Anna Bell");
    }

    @Test
    void what_each_side_changed_is_on_both_sides() {
        var contact = create("Boris Coe", "1");
        awaitThere(contact, "telephone", "1");

        other.change(contact, "telephone", "changed there");
        change(contact, 1, "company", "changed here");

        awaitThere(contact, "company", "changed here");
        awaitThere(contact, "telephone", "changed there");
        assertThat(field(contact, "phone")).isEqualTo("changed there");
        assertThat(field(contact, "company")).isEqualTo("changed here");
    }

    @Test
    void what_both_changed_waits_at_the_desk_with_both_values() {
        var contact = create("Clara Dorn", "1");
        awaitThere(contact, "telephone", "1");

        other.change(contact, "telephone", "changed there");
        change(contact, 1, "phone", "changed here");

        var supervisor = new Program(app.port(), "supervisor", "demo");
        await().atMost(PATIENCE).until(() -> "conflict".equals(text(contact, "/status")));
        var conflict =
                supervisor
                        .get("/api/v1/conflicts?status=open&limit=200")
                        .expect(200)
                        .response()
                        .body();
        assertThat(conflict).contains(contact);
        assertThat(field(contact, "phone")).isEqualTo("changed here");
        assertThat(other.value(contact, "telephone")).isEqualTo("changed there");

        settle(supervisor, contact, 2);

        awaitThere(contact, "telephone", "changed here");
        await().atMost(PATIENCE).until(() -> "synced".equals(text(contact, "/status")));
        var revisions = user.get("/api/v1/entities/" + contact + "/revisions").expect(200);
        assertThat(revisions.each("/items", "/sync/status"))
                .containsExactly("accepted", "merged", "accepted");
    }

    @Test
    void what_is_changed_while_it_waits_does_not_overwrite_what_the_other_side_has() {
        var contact = create("Dora Ewald", "1");
        awaitThere(contact, "telephone", "1");
        other.change(contact, "telephone", "changed there");
        change(contact, 1, "phone", "changed here");
        await().atMost(PATIENCE).until(() -> "conflict".equals(text(contact, "/status")));

        change(contact, 2, "company", "Ewald & Co");
        var next = create("Emil Falk", "1");

        awaitThere(next, "telephone", "1");
        var admin = new Program(app.port(), "admin", "demo");
        var waiting = admin.get("/api/v1/sync/jobs?state=waiting&entity=" + contact).expect(200);
        assertThat(waiting.each("/items", "/awaitsConflictId")).hasSize(1).doesNotContain("");
        assertThat(other.value(contact, "telephone")).isEqualTo("changed there");
        assertThat(other.value(contact, "company")).isNotEqualTo("Ewald & Co");
        settle(new Program(app.port(), "supervisor", "demo"), contact, 3);

        awaitThere(contact, "company", "Ewald & Co");
        awaitThere(contact, "telephone", "changed here");
    }

    /// The desk keeps what was written here.
    private static void settle(Program supervisor, String contact, int seen) {
        var list = supervisor.get("/api/v1/conflicts?status=open&limit=200").expect(200);
        int place = list.each("/items", "/entityId").indexOf(contact);
        var conflict = "/api/v1/conflicts/" + list.each("/items", "/id").get(place);
        supervisor
                .send(
                        conflict + "/resolution",
                        request ->
                                request.header("Content-Type", "application/json")
                                        .header("If-Match", "\"1\"")
                                        .POST(
                                                BodyPublishers.ofString(
                                                        "{\"fields\":{\"phone\":\"theirs\"},"
                                                                + "\"revision\":"
                                                                + seen
                                                                + "}")))
                .expect(200);
    }

    private static String create(String name, String phone) {
        return user.post(
                        "/api/v1/types/contacts/entities",
                        "{\"fields\":{\"name\":\"%s\",\"phone\":\"%s\"}}".formatted(name, phone))
                .expect(201)
                .text("/entity/id");
    }

    private static void change(String contact, long revision, String field, String value) {
        user.patch(
                        "/api/v1/entities/" + contact,
                        revision,
                        "{\"fields\":{\"%s\":\"%s\"}}".formatted(field, value))
                .expect(200);
    }

    private static String field(String contact, String name) {
        return text(contact, "/fields/" + name);
    }

    private static String text(String contact, String pointer) {
        return user.get("/api/v1/entities/" + contact).expect(200).text(pointer);
    }

    private static void awaitThere(String contact, String name, String value) {
        await().atMost(PATIENCE).until(() -> other.value(contact, name).equals(value));
    }
}
