package io.mergedesk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StaleEditApiTest extends ApiTest {

    @Test
    void a_stale_edit_of_other_fields_is_merged_and_says_which_and_whose() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");
        supervisor.patch(at(id), 1, "{\"fields\":{\"city\":\"Paris\"}}").expect(200);

        var merged = user.patch(at(id), 1, "{\"fields\":{\"phone\":\"1\"}}").expect(200);

        assertThat(merged.text("/outcome")).isEqualTo("merged");
        assertThat(merged.text("/merged/0/field")).isEqualTo("city");
        assertThat(merged.text("/merged/0/by")).isEqualTo("supervisor");
        assertThat(merged.text("/entity/fields/city")).isEqualTo("Paris");
        assertThat(merged.text("/entity/fields/phone")).isEqualTo("1");
        assertThat(merged.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void a_stale_edit_of_the_same_field_gets_409_with_all_three_values_and_is_kept() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\",\"age\":1}");
        supervisor.patch(at(id), 1, "{\"fields\":{\"city\":\"Paris\",\"age\":null}}").expect(200);

        var conflict =
                user.patch(at(id), 1, "{\"fields\":{\"city\":\"Rome\",\"age\":2,\"phone\":\"1\"}}")
                        .expect(409);

        assertThat(conflict.each("/fields", "/field")).containsExactly("age", "city");
        assertThat(conflict.text("/fields/1/base")).isEqualTo("Lyon");
        assertThat(conflict.text("/fields/1/theirs")).isEqualTo("Paris");
        assertThat(conflict.text("/fields/1/mine")).isEqualTo("Rome");
        assertThat(conflict.text("/fields/1/theirsBy")).isEqualTo("supervisor");
        assertThat(conflict.text("/fields/1/theirsAt")).startsWith("20");
        assertThat(conflict.at("/fields/0/theirs").isNull()).isTrue();
        assertThat(conflict.text("/conflictId")).hasSize(36);
        assertThat(conflict.text("/detail")).contains(conflict.text("/conflictId"));
        assertThat(conflict.number("/revision")).isEqualTo(2);
        assertThat(conflict.text("/entity/fields/city")).isEqualTo("Paris");
        assertThat(conflict.text("/entity/status")).isEqualTo("conflict");
        assertThat(user.get(at(id)).json()).isEqualTo(conflict.at("/entity"));

        user.patch(at(id), 2, "{\"fields\":{\"city\":\"Rome\"}}").expect(200);
    }

    @Test
    void who_asks_for_it_gets_409_and_nothing_is_kept() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");
        supervisor.patch(at(id), 1, "{\"fields\":{\"city\":\"Paris\"}}").expect(200);

        var conflict =
                user.patch(at(id) + "?park=false", 1, "{\"fields\":{\"city\":\"Rome\"}}")
                        .expect(409);

        assertThat(conflict.at("/conflictId").isNull()).isTrue();
        assertThat(conflict.text("/entity/status")).isEqualTo("synced");
    }

    @Test
    void a_request_may_say_how_it_wants_to_be_merged() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");
        user.patch(at(id), 1, "{\"fields\":{\"city\":\"Paris\"}}").expect(200);
        var body = "{\"fields\":{\"city\":\"Rome\"}}";

        var winning = "?strategy=last-write-wins";
        var refused = user.patch(at(id) + winning, 1, body).expect(422);
        var won = supervisor.patch(at(id) + winning, 1, body).expect(200);
        var unknown = user.patch(at(id) + "?strategy=best", 1, body).expect(400);
        var unclear = user.patch(at(id) + "?park=maybe", 1, body).expect(400);

        assertThat(refused.each("/errors", "/field")).containsExactly("strategy");
        assertThat(won.text("/entity/fields/city")).isEqualTo("Rome");
        assertThat(unknown.each("/errors", "/field")).containsExactly("strategy");
        assertThat(unclear.each("/errors", "/field")).containsExactly("park");
    }

    @Test
    void deleting_what_others_changed_since_gets_409() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");
        supervisor.patch(at(id), 1, "{\"fields\":{\"city\":\"Paris\"}}").expect(200);

        var conflict = user.delete(at(id), 1).expect(409);

        assertThat(conflict.text("/fields/0/theirs")).isEqualTo("Paris");
        assertThat(conflict.at("/fields/0/mine").isNull()).isTrue();
        user.delete(at(id), 2).expect(200);
    }

    @Test
    void an_edit_of_what_was_deleted_meanwhile_is_kept() {
        var id = create("{\"name\":\"Ana\",\"city\":\"Lyon\"}");
        supervisor.delete(at(id), 1).expect(200);

        var conflict = user.patch(at(id), 1, "{\"fields\":{\"city\":\"Rome\"}}").expect(409);

        assertThat(conflict.text("/conflictId")).hasSize(36);
        assertThat(conflict.text("/detail")).startsWith("supervisor deleted this");
        assertThat(conflict.text("/fields/0/mine")).isEqualTo("Rome");
        assertThat(conflict.at("/fields/0/theirs").isNull()).isTrue();
    }

    @Test
    void the_same_request_again_is_answered_as_the_first_time() {
        var body = "{\"fields\":{\"name\":\"Ana\"}}";

        var first = user.post(list(), body, "k1-" + type).expect(201);
        var again = user.post(list(), body, "k1-" + type).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(user.get(list()).at("/items").size()).isEqualTo(1);
        var other = user.post(list(), body.replace("Ana", "Ben"), "k1-" + type).expect(422);
        assertThat(other.each("/errors", "/field")).containsExactly("Idempotency-Key");
        supervisor.post(list(), body, "k1-" + type).expect(201);
        user.post(list(), body, "x".repeat(201)).expect(400);
    }

    @Test
    void eight_at_once_with_one_key_make_one_entity() throws Exception {
        var body = "{\"fields\":{\"name\":\"Ana\"}}";
        for (int round = 0; round < 5; round++) {
            var key = "round-" + round + "-" + type;

            var answers = atOnce(8, () -> user.post(list(), body, key));

            var ids = new HashSet<String>();
            answers.forEach(answer -> ids.add(answer.expect(201).text("/entity/id")));
            assertThat(ids).hasSize(1);
        }
        assertThat(user.get(list()).at("/items").size()).isEqualTo(5);
    }

    @Test
    void no_acknowledged_edit_is_missing_when_many_write_at_once() throws Exception {
        var id = create("{\"name\":\"Ana\",\"city\":\"start\"}");

        var results =
                atOnce(
                        8,
                        () -> {
                            int acknowledged = 0;
                            for (int i = 0; i < 20; i++) {
                                var revision = user.get(at(id)).number("/revision");
                                var value = Thread.currentThread().threadId() + "-" + i;
                                var answer =
                                        user.patch(
                                                at(id),
                                                revision,
                                                "{\"fields\":{\"city\":\"" + value + "\"}}");
                                assertThat(answer.status()).isIn(200, 409);
                                acknowledged += answer.status() == 200 ? 1 : 0;
                            }
                            return acknowledged;
                        });

        int acknowledged = results.stream().mapToInt(Integer::intValue).sum();
        assertThat(user.get(at(id)).number("/revision")).isEqualTo(acknowledged + 1L);
        var cities = user.get(at(id) + "/revisions?limit=200").each("/items", "/fields/city");
        assertThat(new HashSet<>(cities)).hasSize(acknowledged + 1);
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = IntStream.range(0, threads).mapToObj(_ -> executor.submit(work)).toList();
            var results = new java.util.ArrayList<T>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
