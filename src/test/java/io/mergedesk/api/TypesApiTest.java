package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypesApiTest extends ApiTest {

    @Test
    void a_type_needs_only_names_and_kinds_and_gets_labels_from_them() {
        var name = type + "_people";

        var made =
                admin.post(
                                "/api/v1/types",
                                """
                                {"name":"%s","fields":[{"name":"firstName","kind":"text"}]}
                                """
                                        .formatted(name))
                        .expect(201);

        assertThat(made.header("Location")).isEqualTo("/api/v1/types/" + name);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.text("/fields/0/label")).isEqualTo("First name");
        assertThat(made.text("/label")).endsWith("people");
        var read = user.get("/api/v1/types/" + name).expect(200);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(user.get("/api/v1/types").expect(200).each("/items", "/name"))
                .contains(name, type);
    }

    @Test
    void what_was_read_can_be_sent_back_with_a_new_field_and_one_left_out_is_kept_as_removed() {
        var name = type + "x";
        admin.post(
                        "/api/v1/types",
                        """
                        {"name":"%s","label":"Things","fields":[
                         {"name":"a","kind":"text"},{"name":"b","kind":"number"}]}
                        """
                                .formatted(name))
                .expect(201);

        var changed =
                admin.put(
                                "/api/v1/types/" + name,
                                1,
                                """
                                {"strictness":"field","fields":[{"name":"a","kind":"text","label":"Alpha","policy":"manual"},
                                 {"name":"b","kind":"number","adds":true},
                                 {"name":"c","kind":"choices","choices":["x","y"],"help":"two\\nlines"}]}
                                """)
                        .expect(200);

        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.text("/label")).isEqualTo("Things");
        assertThat(changed.each("/fields", "/name")).containsExactly("a", "b", "c");
        assertThat(changed.text("/strictness")).isEqualTo("field");
        assertThat(changed.each("/fields", "/adds")).containsExactly("false", "true", "false");
        assertThat(changed.text("/fields/0/policy")).isEqualTo("manual");
        admin.put("/api/v1/types/" + name, 2, changed.raw()).expect(200);
    }

    @Test
    void an_admin_who_did_not_see_the_last_definition_gets_412_with_it() {
        var body = "{\"fields\":[{\"name\":\"name\",\"kind\":\"text\"}]}";
        admin.put("/api/v1/types/" + type, 1, body).expect(200);

        var stale = admin.put("/api/v1/types/" + type, 1, body).expect(412);

        assertThat(stale.number("/current/version")).isEqualTo(2);
        assertThat(stale.text("/savedBy")).isEqualTo("admin");
        assertThat(stale.text("/savedAt")).isNotBlank();
    }

    @Test
    void every_mistake_in_a_definition_is_told_by_its_field() {
        var answer =
                admin.post(
                                "/api/v1/types",
                                """
                                {"name":"1st","colour":"red","fields":[
                                  {"name":"phone","kind":"telephone"},
                                  {"kind":"text"},
                                  {"name":"$team","kind":"text"},
                                  {"name":"age","kind":"number","required":"yes","size":3},
                                  7]}
                                """)
                        .expect(422);

        assertThat(answer.each("/errors", "/field"))
                .containsExactlyInAnyOrder(
                        "name", "colour", "phone", "fields[1]", "$team", "age", "age", "fields[4]");
        assertThat(answer.raw()).contains("telephone").contains("long-text");
        admin.post("/api/v1/types", "{\"name\":\"x\"}").expect(422);
        admin.post("/api/v1/types", "{}").expect(422);
        admin.post(
                        "/api/v1/types",
                        "{\"name\":\"%s\",\"fields\":[{\"name\":\"a\",\"kind\":\"choice\"}]}"
                                .formatted(type + "c"))
                .expect(422);
    }

    @Test
    void only_admins_define_types() {
        var body = "{\"name\":\"mine\",\"fields\":[{\"name\":\"name\",\"kind\":\"text\"}]}";

        user.post("/api/v1/types", body).expect(403);
        supervisor.put("/api/v1/types/" + type, 1, body.replace("mine", type)).expect(403);
    }

    @Test
    void a_type_nobody_defined_is_not_found() {
        user.get("/api/v1/types/nothing").expect(404);
        user.get("/api/v1/types/%3Cscript%3E").expect(404);
        user.get("/api/v1/types/nothing/entities").expect(404);
        admin.put("/api/v1/types/nothing", 1, "{\"fields\":[]}").expect(404);
    }
}
