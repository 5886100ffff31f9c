package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConflictsApiTest extends ApiTest {

    private static final String CONFLICTS = "/api/v1/conflicts";

    /// The supervisor changes a field, then the user changes it too, on what they had read before.
    private String park(String field, String theirs, String mine) {
        var id = create("{\"name\":\"Quay\",\"phone\":\"0\"}");
        supervisor.patch(at(id), 1, fields(field, theirs)).expect(200);
        return user.patch(at(id), 1, fields(field, mine)).expect(409).text("/conflictId");
    }

    private static String fields(String field, String value) {
        return "{\"fields\":{\"%s\":\"%s\"}}".formatted(field, value);
    }

    private static String conflict(String id) {
        return CONFLICTS + "/" + id;
    }

    private static Answer resolve(Program who, String id, long version, String body) {
        return who.send(
                conflict(id) + "/resolution",
                request ->
                        request.header("Content-Type", "application/json")
                                .header("If-Match", "\"" + version + "\"")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Answer reopen(Program who, String id, long version) {
        return who.send(
                conflict(id) + "/reopen",
                request ->
                        request.header("If-Match", "\"" + version + "\"")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void an_open_conflict_shows_both_sides_and_what_they_started_from() {
        var id = park("phone", "1", "2");

        var found = user.get(conflict(id)).expect(200);

        assertThat(found.header("ETag")).isEqualTo("\"1\"");
        assertThat(found.text("/status")).isEqualTo("open");
        assertThat(found.number("/baseRevision")).isEqualTo(1);
        assertThat(found.number("/revision")).isEqualTo(2);
        assertThat(found.text("/theirsBy")).isEqualTo("supervisor");
        assertThat(found.text("/mineBy")).isEqualTo("user");
        assertThat(found.text("/origin")).isEqualTo("api");
        assertThat(found.each("/fields", "/field")).containsExactly("phone");
        assertThat(found.text("/fields/0/base")).isEqualTo("0");
        assertThat(found.text("/fields/0/theirs")).isEqualTo("1");
        assertThat(found.text("/fields/0/mine")).isEqualTo("2");
        assertThat(found.text("/suggestion/choice")).isEqualTo("mine");
        assertThat(found.text("/suggestion/why")).isEqualTo("newer");
        assertThat(found.text("/handling/priority")).isEqualTo("medium");
        assertThat(found.at("/settlement").isNull()).isTrue();
    }

    @Test
    void lists_are_narrowed_and_go_on_behind_a_cursor() {
        var first = park("phone", "1", "2");
        var second = park("city", "Lyon", "Paris");

        var all = supervisor.get(CONFLICTS + "?type=" + type).expect(200);
        var page = supervisor.get(CONFLICTS + "?type=" + type + "&limit=1&order=oldest");
        var next =
                supervisor.get(
                        CONFLICTS
                                + "?type="
                                + type
                                + "&limit=1&order=oldest&cursor="
                                + page.expect(200).text("/nextCursor"));

        assertThat(all.each("/items", "/id")).containsExactly(second, first);
        assertThat(page.each("/items", "/id")).containsExactly(first);
        assertThat(next.expect(200).each("/items", "/id")).containsExactly(second);
        assertThat(next.at("/nextCursor").isNull()).isTrue();
        assertThat(user.get(CONFLICTS + "?author=me&field=city&type=" + type).each("/items", "/id"))
                .containsExactly(second);
        for (var wrong :
                new String[] {
                    "status=all",
                    "order=best",
                    "order=urgent&status=settled",
                    "limit=0",
                    "cursor=x",
                    "age=soon",
                    "colour=red"
                }) {
            assertThat(user.get(CONFLICTS + "?" + wrong).expect(400).text("/errors/0/field"))
                    .isEqualTo(wrong.replaceFirst("=.*", ""));
        }
    }

    @Test
    void a_decision_is_written_once_and_shown_afterwards() {
        var id = park("phone", "1", "2");

        var resolved =
                resolve(
                                supervisor,
                                id,
                                1,
                                "{\"fields\":{\"phone\":\"mine\"},\"reason\":\"asked\",\"revision\":2}")
                        .expect(200);

        assertThat(resolved.text("/outcome")).isEqualTo("settled");
        assertThat(resolved.text("/entity/fields/phone")).isEqualTo("2");
        assertThat(resolved.header("ETag")).isEqualTo("\"2\"");
        var found = supervisor.get(conflict(id)).expect(200);
        assertThat(found.text("/status")).isEqualTo("settled");
        assertThat(found.text("/settlement/by")).isEqualTo("supervisor");
        assertThat(found.text("/settlement/how")).isEqualTo("person");
        assertThat(found.text("/settlement/reason")).isEqualTo("asked");
        assertThat(found.text("/fields/0/chosen")).isEqualTo("2");
        assertThat(found.text("/fields/0/theirs")).isEqualTo("1");
        assertThat(found.text("/fields/0/choice")).isEqualTo("mine");
        assertThat(supervisor.get(CONFLICTS + "?status=settled&type=" + type).each("/items", "/id"))
                .containsExactly(id);
    }

    @Test
    void the_second_of_two_supervisors_is_told_and_nothing_is_resolved_twice() {
        var id = park("phone", "1", "2");
        resolve(supervisor, id, 1, "{\"fields\":{\"phone\":\"mine\"}}").expect(200);

        var late = resolve(admin, id, 1, "{\"fields\":{\"phone\":\"theirs\"}}").expect(412);

        assertThat(late.text("/settledBy")).isEqualTo("supervisor");
        assertThat(late.text("/detail")).contains("Nothing was done twice");
        var entity = supervisor.get(conflict(id)).text("/entityId");
        assertThat(user.get(at(entity)).text("/fields/phone")).isEqualTo("2");
    }

    @Test
    void own_values_and_hunks_are_taken_and_what_does_not_fit_is_named() {
        var phone = park("phone", "1", "2");
        var notes = park("notes", "one two", "one three");

        var own = resolve(supervisor, phone, 1, "{\"fields\":{\"phone\":{\"value\":\"3\"}}}");
        var hunks =
                resolve(
                        supervisor,
                        notes,
                        1,
                        "{\"fields\":{\"notes\":{\"hunks\":{\"999\":\"mine\"}}}}");
        var unknown = resolve(supervisor, notes, 1, "{\"fields\":{\"nothing\":\"mine\"}}");
        var choice = resolve(supervisor, notes, 1, "{\"fields\":{\"notes\":\"ours\"}}");
        var undecided = resolve(supervisor, notes, 1, "{\"fields\":{}}");
        var both = resolve(supervisor, notes, 1, "{\"fields\":{\"notes\":\"both\"}}");

        assertThat(own.expect(200).text("/entity/fields/phone")).isEqualTo("3");
        assertThat(hunks.expect(422).text("/errors/0/field")).isEqualTo("notes");
        assertThat(unknown.expect(422).text("/errors/0/field")).isEqualTo("nothing");
        assertThat(choice.expect(422).text("/errors/0/message")).contains("expected mine, theirs");
        assertThat(undecided.expect(422).text("/errors/0/message"))
                .isEqualTo("notes: is still to be decided");
        assertThat(both.expect(200).text("/entity/fields/notes")).contains("two", "three");
    }

    @Test
    void whoever_decided_on_an_older_revision_is_asked_again() {
        var id = park("phone", "1", "2");
        var entity = user.get(conflict(id)).text("/entityId");
        supervisor.patch(at(entity), 2, fields("phone", "third")).expect(200);

        var moved =
                resolve(admin, id, 1, "{\"fields\":{\"phone\":\"theirs\"},\"revision\":2}")
                        .expect(409);

        assertThat(moved.text("/type")).endsWith(":moved");
        assertThat(moved.number("/revision")).isEqualTo(3);
        assertThat(moved.text("/again/phone")).isEqualTo("theirs");
        assertThat(moved.text("/conflict/fields/0/theirs")).isEqualTo("third");
        resolve(admin, id, 1, "{\"fields\":{\"phone\":\"theirs\"},\"revision\":3}").expect(200);
    }

    @Test
    void deletion_against_edit_is_a_question_of_its_own() {
        var entity = create("{\"name\":\"Quay\"}");
        supervisor.patch(at(entity), 1, fields("phone", "1")).expect(200);
        var id = user.delete(at(entity), 1).expect(409).text("/conflictId");
        assertThat(user.get(conflict(id)).text("/entity")).isEqualTo("contested");

        var undecided = resolve(supervisor, id, 1, "{}").expect(422);
        var kept = resolve(supervisor, id, 1, "{\"entity\":\"keep\"}").expect(200);

        assertThat(undecided.text("/errors/0/field")).isEqualTo("entity");
        assertThat(kept.at("/entity/deleted").asBoolean()).isFalse();
    }

    @Test
    void a_decision_is_taken_back_once() {
        var id = park("phone", "1", "2");
        resolve(supervisor, id, 1, "{\"fields\":{\"phone\":\"mine\"}}").expect(200);

        var back = reopen(supervisor, id, 2).expect(200);

        assertThat(back.text("/outcome")).isEqualTo("reopened");
        assertThat(back.text("/entity/fields/phone")).isEqualTo("1");
        assertThat(supervisor.get(conflict(id)).number("/reopened")).isEqualTo(1);
        reopen(supervisor, id, 2).expect(412);
        reopen(supervisor, id, 3).expect(412);
    }

    @Test
    void supervisors_handle_and_others_only_look() {
        var id = park("phone", "1", "2");

        var handled =
                supervisor
                        .patch(
                                conflict(id),
                                1,
                                """
                                {"priority":"high","assignee":"supervisor","inspected":true,"note":"call them"}\
                                """)
                        .expect(200);

        assertThat(handled.header("ETag")).isEqualTo("\"2\"");
        assertThat(handled.text("/handling/priority")).isEqualTo("high");
        assertThat(handled.text("/handling/assignee")).isEqualTo("supervisor");
        assertThat(handled.text("/handling/note")).isEqualTo("call them");
        var cleared = supervisor.patch(conflict(id), 2, "{\"assignee\":null}").expect(200);
        assertThat(cleared.at("/handling/assignee").isNull()).isTrue();
        assertThat(cleared.text("/handling/priority")).isEqualTo("high");
        supervisor.patch(conflict(id), 2, "{\"note\":\"late\"}").expect(412);
        user.patch(conflict(id), 3, "{\"note\":\"mine\"}").expect(403);
        assertThat(
                        supervisor
                                .patch(conflict(id), 3, "{\"assignee\":\"nobody-here\"}")
                                .expect(422)
                                .text("/errors/0/field"))
                .isEqualTo("assignee");
        supervisor.patch(conflict(id), 3, "{\"priority\":\"soon\"}").expect(422);
    }

    @Test
    void many_are_tried_settled_and_taken_back_by_a_rule() {
        park("phone", "1", "2");
        park("city", "Lyon", "Paris");
        var body = "{\"rule\":\"newest\",\"filter\":{\"type\":\"" + type + "\"},\"dryRun\":%s}";

        var dry = supervisor.post(CONFLICTS + "/bulk", body.formatted(true)).expect(200);
        var open = supervisor.get(CONFLICTS + "?type=" + type).at("/items").size();
        var real = supervisor.post(CONFLICTS + "/bulk", body.formatted(false)).expect(200);
        var left = supervisor.get(CONFLICTS + "?type=" + type).at("/items").size();
        var batch = real.text("/batchId");
        var undone = supervisor.post(CONFLICTS + "/bulk/" + batch + "/undo", "").expect(200);

        assertThat(dry.number("/settled")).isEqualTo(2);
        assertThat(dry.at("/batchId").isNull()).isTrue();
        assertThat(dry.at("/samples").size()).isEqualTo(2);
        assertThat(open).isEqualTo(2);
        assertThat(real.number("/settled")).isEqualTo(2);
        assertThat(left).isZero();
        assertThat(undone.number("/reopened")).isEqualTo(2);
        user.post(CONFLICTS + "/bulk", body.formatted(true)).expect(403);
        supervisor.post(CONFLICTS + "/bulk", "{\"rule\":\"best\"}").expect(422);
        supervisor.post(CONFLICTS + "/bulk", "{\"rule\":\"person\"}").expect(422);
    }

    @Test
    void conflicts_of_other_teams_and_other_peoples_do_not_exist() {
        var north = member("north");
        var colleague = member("north");
        var made =
                north.post(list(), "{\"fields\":{\"name\":\"Secret\"},\"team\":\"north\"}")
                        .expect(201)
                        .text("/entity/id");
        colleague.patch(at(made), 1, fields("phone", "1")).expect(200);
        var id = north.patch(at(made), 1, fields("phone", "2")).expect(409).text("/conflictId");

        for (var stranger : new Program[] {supervisor, user, colleague}) {
            stranger.get(conflict(id)).expect(404);
            resolve(stranger, id, 1, "{\"fields\":{\"phone\":\"mine\"}}").expect(404);
            reopen(stranger, id, 1).expect(404);
            stranger.patch(conflict(id), 1, "{\"note\":\"x\"}").expect(404);
            assertThat(stranger.get(CONFLICTS + "?type=" + type).at("/items").size()).isZero();
        }
        admin.get(conflict(id)).expect(200);
        user.get(conflict(UUID.randomUUID().toString())).expect(404);
        user.get(conflict("nonsense")).expect(404);
        supervisor.post(CONFLICTS + "/bulk/nonsense/undo", "").expect(404);
        north.post(conflict(id) + "/resolution", "{}").expect(428);
    }

    @Test
    void authors_decide_about_their_own_edit() {
        var id = park("phone", "1", "2");

        resolve(user, id, 1, "{\"fields\":{\"phone\":\"theirs\"}}").expect(200);

        assertThat(user.get(conflict(id)).text("/settlement/by")).isEqualTo("user");
    }

    @Test
    void people_are_told_what_became_of_their_edits() {
        var id = park("phone", "1", "2");
        var waiting = supervisor.get("/api/v1/notices").expect(200);
        var parked = user.get("/api/v1/notices").expect(200);
        resolve(admin, id, 1, "{\"fields\":{\"phone\":\"mine\"}}").expect(200);
        var overruled = supervisor.get("/api/v1/notices?limit=1").expect(200);

        assertThat(waiting.text("/items/0/kind")).isEqualTo("waiting");
        assertThat(waiting.text("/items/0/conflictId")).isEqualTo(id);
        assertThat(parked.text("/items/0/kind")).isEqualTo("parked");
        assertThat(parked.at("/items/0/unread").asBoolean()).isTrue();
        assertThat(overruled.text("/items/0/kind")).isEqualTo("overruled");
        assertThat(overruled.text("/items/0/by")).isEqualTo("admin");
        assertThat(overruled.text("/items/0/lost/phone")).isEqualTo("1");
        user.get("/api/v1/notices?cursor=x").expect(400);
        var rest =
                supervisor.get("/api/v1/notices?limit=1&cursor=" + overruled.text("/nextCursor"));
        assertThat(rest.expect(200).text("/items/0/id"))
                .isNotEqualTo(overruled.text("/items/0/id"));
    }
}
