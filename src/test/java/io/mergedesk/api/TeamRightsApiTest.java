package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TeamRightsApiTest extends ApiTest {

    @Test
    void an_entity_of_a_team_does_not_exist_for_others() {
        var north = member("north");
        var south = member("south");
        var made =
                north.post(list(), "{\"fields\":{\"name\":\"Secret\"},\"team\":\"north\"}")
                        .expect(201);
        var id = made.text("/entity/id");
        assertThat(made.text("/entity/team")).isEqualTo("north");
        assertThat(made.at("/entity/fields").size()).isEqualTo(1);
        var body = "{\"fields\":{\"city\":\"Lyon\"}}";

        south.get(at(id)).expect(404);
        south.patch(at(id), 1, body).expect(404);
        south.delete(at(id), 1).expect(404);
        south.post(at(id) + "/restore", "").expect(404);
        south.get(at(id) + "/revisions").expect(404);
        south.get(at(id) + "/revisions/1").expect(404);
        south.get(at(id) + "/changes").expect(404);
        for (var query : new String[] {"", "?q=secret", "?filter=name:Secret", "?sort=name"}) {
            assertThat(south.get(list() + query).expect(200).at("/items").size()).isZero();
            assertThat(north.get(list() + query).expect(200).at("/items").size()).isEqualTo(1);
        }
        var refers = south.post(list(), "{\"fields\":{\"name\":\"x\",\"boss\":\"" + id + "\"}}");
        assertThat(refers.expect(422).each("/errors", "/field")).containsExactly("boss");
        north.patch(at(id), 1, body).expect(200);
        admin.get(at(id)).expect(200);
    }

    @Test
    void what_an_entity_of_a_team_is_made_of_is_not_told_to_others_who_send_nonsense() {
        var north = member("north");
        var south = member("south");
        var id =
                north.post(list(), "{\"fields\":{\"name\":\"Secret\"},\"team\":\"north\"}")
                        .expect(201)
                        .text("/entity/id");
        var nonsense = "{\"fields\":{\"nonsense\":\"1\"}}";

        north.patch(at(id), 1, nonsense).expect(422);

        south.patch(at(id), 1, nonsense).expect(404);
    }

    @Test
    void the_feed_leaves_out_what_may_not_be_seen_and_goes_on_behind_it() {
        var north = member("north");
        var south = member("south");
        long start = head();
        north.post(list(), "{\"fields\":{\"name\":\"1\"},\"team\":\"north\"}").expect(201);
        north.post(list(), "{\"fields\":{\"name\":\"2\"}}").expect(201);
        north.post(list(), "{\"fields\":{\"name\":\"3\"},\"team\":\"north\"}").expect(201);

        var page = south.get("/api/v1/changes?after=" + start).expect(200);

        assertThat(page.each("/items", "/sequence")).containsExactly(Long.toString(start + 2));
        assertThat(page.text("/nextCursor")).isEqualTo(Long.toString(start + 3));
        assertThat(north.get("/api/v1/changes?after=" + start).each("/items", "/fields/0/field"))
                .hasSize(3)
                .contains("$team");
        var last = south.get("/api/v1/changes?after=" + (start + 3)).expect(200);
        assertThat(last.at("/items").size()).isZero();
        assertThat(last.at("/nextCursor").isNull()).isTrue();
    }

    @Test
    void nobody_gives_an_entity_to_a_team_of_others_and_takes_it_out_of_sight() {
        var north = member("north");
        member("south");
        var id = create("{\"name\":\"Ana\"}");

        var refused = north.patch(at(id), 1, "{\"team\":\"south\"}").expect(422);

        assertThat(refused.each("/errors", "/field")).containsExactly("team");
        north.patch(at(id), 1, "{\"team\":\"north\"}").expect(200);
        user.get(at(id)).expect(404);
        north.patch(at(id), 2, "{\"team\":null}").expect(200);
        user.get(at(id)).expect(200);
    }

    @Test
    void an_export_holds_only_what_its_reader_may_see() throws Exception {
        var north = member("north");
        var south = member("south");
        secret(north);
        create("{\"name\":\"Open\"}");

        assertThat(south.get(transfer("export")).expect(200).raw())
                .contains("Open")
                .doesNotContain("Secret", "north");
        assertThat(north.get(transfer("export")).expect(200).raw()).contains("Open", "Secret");
        assertThat(namesInWorkbook(south)).containsExactly("Open");
        assertThat(namesInWorkbook(north)).containsExactlyInAnyOrder("Open", "Secret");
    }

    @Test
    void an_import_that_names_an_entity_of_others_by_id_says_what_it_says_of_no_entity() {
        var north = member("north");
        var south = member("south");
        var id = secret(north);
        var none = UUID.randomUUID().toString();

        for (var query : List.of("", "?dryRun=true")) {
            var hidden = south.sendCsv(transfer("import") + query, "id,name\n" + id + ",Mine\n");
            var missing = south.sendCsv(transfer("import") + query, "id,name\n" + none + ",Mine\n");

            assertThat(hidden.expect(200).number("/failed")).isEqualTo(1);
            assertThat(hidden.at("/errors").toString())
                    .isEqualTo(missing.at("/errors").toString().replace(none, id));
            assertThat(hidden.raw()).doesNotContain("Secret", "north");
        }
        assertUntouched(north, id);
    }

    @Test
    void an_import_does_not_find_an_entity_of_others_by_its_key() {
        var north = member("north");
        var south = member("south");
        var id = secret(north);

        var dry = south.sendCsv(transfer("import") + "?dryRun=true&key=name", "name\nSecret\n");
        var done = south.sendCsv(transfer("import") + "?key=name", "name\nSecret\n");
        var unique =
                south.sendCsv(
                        transfer("import") + "?key=email", "name,email\nMine,s@example.org\n");

        assertThat(dry.expect(200).number("/created")).isEqualTo(1);
        assertThat(done.expect(200).number("/created")).isEqualTo(1);
        assertThat(unique.expect(200).number("/failed")).isEqualTo(1);
        assertThat(List.of(dry.raw(), done.raw(), unique.raw()))
                .noneMatch(answer -> answer.contains(id) || answer.contains("north"));
        assertThat(unique.raw()).doesNotContain("Secret");
        assertUntouched(north, id);
    }

    private String secret(Program owner) {
        return owner.post(
                        list(),
                        "{\"fields\":{\"name\":\"Secret\",\"email\":\"s@example.org\"},\"team\":\"north\"}")
                .expect(201)
                .text("/entity/id");
    }

    private static void assertUntouched(Program owner, String id) {
        var now = owner.get(at(id)).expect(200);
        assertThat(now.number("/revision")).isEqualTo(1);
        assertThat(now.text("/fields/name")).isEqualTo("Secret");
        assertThat(now.text("/team")).isEqualTo("north");
    }

    private String transfer(String direction) {
        return "/api/v1/types/" + type + "/" + direction;
    }

    private List<String> namesInWorkbook(Program reader) throws IOException, InterruptedException {
        var answer = reader.open(transfer("export") + "?format=xlsx", HttpRequest.Builder::GET);
        try (var book = new ReadableWorkbook(answer.body())) {
            return book.getFirstSheet().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(2))
                    .toList();
        }
    }

    private long head() {
        long head = 0;
        var page = admin.get("/api/v1/changes?limit=1000");
        while (!page.at("/nextCursor").isNull()) {
            head = page.number("/nextCursor");
            page = admin.get("/api/v1/changes?limit=1000&after=" + head);
        }
        return head;
    }
}
