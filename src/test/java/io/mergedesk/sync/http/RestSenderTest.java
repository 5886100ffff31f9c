package io.mergedesk.sync.http;

import static io.mergedesk.sync.http.DeliveryBuilder.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.Answer;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.RestMapping.Request;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestSenderTest {

    private static final RestMapping PUTS = mapping("PUT", true);
    private static final RestMapping PATCHES = mapping("PATCH", true);

    private final Watch watch = new Watch();
    private final HttpCaller http =
            new HttpCaller(
                    Limits.USUAL,
                    SystemDefaultDnsResolver.INSTANCE,
                    DefaultClientTlsStrategy.createDefault(),
                    watch);
    private final RestSender sender =
            new RestSender(
                    http,
                    new Reach(
                            Limits.USUAL,
                            SystemDefaultDnsResolver.INSTANCE,
                            DefaultClientTlsStrategy.createDefault(),
                            watch),
                    InstantSource.system());

    private static RestMapping mapping(String update, boolean conditional) {
        return new RestMapping(
                Optional.of(new Request("POST", "/people")),
                Optional.of(new Request(update, "/people/{id}")),
                Optional.of(new Request("DELETE", "/people/{id}")),
                Map.of(new FieldName("phone"), "telephone"),
                Set.of("X-Tenant", "X-Api-Key"),
                conditional);
    }

    @AfterEach
    void close() {
        http.close();
        watch.close();
    }

    @Test
    void puts_the_whole_record_in_the_names_of_the_other_system() {
        try (var receiver = Receiver.that(Receiver.answering(200, "ETag: \"v8\""))) {
            var answer =
                    sender.deliver(
                            aDelivery()
                                    .by(PUTS)
                                    .inside(receiver.url("/api"))
                                    .with("name", "Zoë")
                                    .with("phone", "1")
                                    .changing("phone")
                                    .knowing("\"v7\"")
                                    .build());

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Taken.class,
                            taken -> assertThat(taken.etag()).contains("\"v8\""));
            var request = receiver.onlyRequest();
            assertThat(request.line())
                    .isEqualTo("PUT /api/people/" + DeliveryBuilder.ENTITY + " HTTP/1.1");
            assertThat(request.body()).isEqualTo("{\"name\":\"Zoë\",\"telephone\":\"1\"}");
            assertThat(request.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("authorization", "Bearer let-me-in")
                    .containsEntry("if-match", "\"v7\"")
                    .containsEntry("idempotency-key", DeliveryBuilder.JOB)
                    .containsEntry("x-tenant", "3");
        }
    }

    @Test
    void patches_what_changed_alone_with_null_for_what_was_cleared() {
        try (var receiver = Receiver.that(Receiver.answering(204))) {
            sender.deliver(
                    aDelivery()
                            .by(PATCHES)
                            .inside(receiver.url("/api"))
                            .with("name", "Zoë")
                            .with("phone", "1")
                            .changing("phone", "note")
                            .build());

            var request = receiver.onlyRequest();
            assertThat(request.body()).isEqualTo("{\"note\":null,\"telephone\":\"1\"}");
            assertThat(request.headers())
                    .containsEntry("content-type", "application/merge-patch+json")
                    .doesNotContainKey("if-match");
        }
    }

    @Test
    void patches_everything_after_a_restore() {
        try (var receiver = Receiver.that(Receiver.answering(204))) {
            sender.deliver(
                    aDelivery()
                            .by(PATCHES)
                            .from(Origin.RESTORE)
                            .inside(receiver.url("/api"))
                            .with("name", "Zoë")
                            .changing("note")
                            .build());

            assertThat(receiver.onlyRequest().body()).isEqualTo("{\"name\":\"Zoë\",\"note\":null}");
        }
    }

    @Test
    void sends_no_condition_where_none_is_wanted() {
        try (var receiver = Receiver.that(Receiver.answering(204))) {
            sender.deliver(
                    aDelivery()
                            .by(mapping("PUT", false))
                            .inside(receiver.url(""))
                            .knowing("\"v7\"")
                            .build());

            assertThat(receiver.onlyRequest().headers()).doesNotContainKey("if-match");
        }
    }

    @Test
    void creates_by_its_own_request() {
        try (var receiver = Receiver.that(Receiver.answering(201))) {
            sender.deliver(
                    aDelivery()
                            .by(PATCHES)
                            .of(EventName.ENTITY_CREATED)
                            .inside(receiver.url("/api"))
                            .with("name", "Zoë")
                            .build());

            assertThat(receiver.onlyRequest().line()).isEqualTo("POST /api/people HTTP/1.1");
            assertThat(receiver.onlyRequest().body()).isEqualTo("{\"name\":\"Zoë\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 410})
    void a_record_that_is_deleted_or_not_there_is_deleted(int status) {
        try (var receiver = Receiver.that(Receiver.answering(status))) {
            var answer =
                    sender.deliver(
                            aDelivery()
                                    .by(PUTS)
                                    .of(EventName.ENTITY_DELETED)
                                    .inside(receiver.url("/api"))
                                    .knowing("\"v7\"")
                                    .build());

            assertThat(answer).isInstanceOf(Answer.Taken.class);
            var request = receiver.onlyRequest();
            assertThat(request.line()).startsWith("DELETE /api/people/");
            assertThat(request.body()).isEmpty();
            assertThat(request.header("if-match")).isEqualTo("\"v7\"");
        }
    }

    @Test
    void sends_nothing_for_events_without_a_request() {
        var none =
                new RestMapping(
                        Optional.empty(),
                        Optional.of(new Request("PUT", "/{id}")),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        false);
        try (var receiver = Receiver.that(Receiver.answering(500))) {
            var delivery =
                    aDelivery().by(none).inside(receiver.url("")).of(EventName.ENTITY_DELETED);

            assertThat(sender.deliver(delivery.build())).isInstanceOf(Answer.Taken.class);
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void a_record_that_the_other_system_does_not_know_is_refused() {
        assertThat(update(Receiver.answering(404))).isInstanceOf(Answer.Refused.class);
        assertThat(update(Receiver.answering(410))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_conflict_comes_with_the_record_that_is_there() {
        var answer =
                update(
                        Receiver.answeringWith(
                                409,
                                "{\"name\":\"Zoe\",\"telephone\":\"2\"}",
                                "Content-Type: application/json",
                                "ETag: \"v9\""));

        assertContested(answer, "{\"name\":\"Zoe\",\"telephone\":\"2\"}", "\"v9\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"type\":\"about:blank\",\"title\":\"Precondition Failed\"}",
                "{\"error\":\"it changed\"}",
                "not JSON"
            })
    void the_record_is_asked_for_where_a_refusal_does_not_hold_it(String body) {
        var answer =
                update((request, socket) -> {
                    if (request.line().startsWith("GET")) {
                        Receiver.write(
                                socket,
                                200,
                                "{\"telephone\":\"2\"}",
                                "Content-Type: application/json",
                                "ETag: \"v9\"");
                    } else {
                        Receiver.write(
                                socket,
                                412,
                                body,
                                "Content-Type: "
                                        + (body.contains("about:blank")
                                                ? "application/problem+json"
                                                : "application/json"));
                    }
                });

        assertContested(answer, "{\"telephone\":\"2\"}", "\"v9\"");
    }

    @Test
    void what_is_there_already_is_taken_as_after_an_answer_that_was_lost() {
        var answer =
                update((request, socket) -> {
                    if (request.line().startsWith("GET")) {
                        Receiver.write(
                                socket,
                                200,
                                "{\"telephone\":\"1\",\"limit\":12.500,\"other\":true}",
                                "Content-Type: application/json",
                                "ETag: \"v8\"");
                    } else {
                        Receiver.write(socket, 412, "");
                    }
                });

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Taken.class, taken -> assertThat(taken.etag()).contains("\"v8\""));
    }

    @Test
    void a_conflict_is_told_even_where_the_record_cannot_be_read() {
        var answer =
                update((request, socket) ->
                        Receiver.write(socket, request.line().startsWith("GET") ? 500 : 409, ""));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Contested.class,
                        contested -> {
                            assertThat(contested.theirs()).isEmpty();
                            assertThat(contested.etag()).isEmpty();
                        });
    }

    @Test
    void sends_what_an_admin_wrote_instead() {
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            sender.deliver(
                    aDelivery()
                            .by(PUTS)
                            .inside(receiver.url(""))
                            .edited("{\"mended\":true}")
                            .build());

            assertThat(receiver.onlyRequest().body()).isEqualTo("{\"mended\":true}");
        }
    }

    @Test
    void asks_nobody_with_an_address_that_a_value_would_change() {
        var byCode =
                new RestMapping(
                        Optional.empty(),
                        Optional.of(new Request("PUT", "/people/{field.code}")),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        false);
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            var delivery = aDelivery().by(byCode).inside(receiver.url("")).with("code", "..");

            assertThat(sender.deliver(delivery.build())).isInstanceOf(Answer.Refused.class);
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void the_log_shows_no_secret() {
        try (var receiver = Receiver.that(Receiver.answeringWith(200, "Bearer let-me-in"))) {
            var exchange =
                    sender.deliver(aDelivery().by(PUTS).inside(receiver.url("")).build())
                            .exchange();

            assertThat(exchange.request())
                    .contains("Authorization: …", "X-Api-Key: …", "X-Tenant: …")
                    .contains("Idempotency-Key: " + DeliveryBuilder.JOB)
                    .doesNotContain("let-me-in", "hidden");
            assertThat(exchange.answer()).isEqualTo("…");
        }
    }

    private Answer update(Receiver.Manner manner) {
        try (var receiver = Receiver.that(manner)) {
            return sender.deliver(
                    aDelivery()
                            .by(PATCHES)
                            .inside(receiver.url("/api"))
                            .with("phone", "1")
                            .with("limit", new FieldValue.Decimal(new BigDecimal("12.5")))
                            .changing("phone", "limit", "cleared")
                            .knowing("\"v7\"")
                            .build());
        }
    }

    private static void assertContested(Answer answer, String theirs, String etag) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Contested.class,
                        contested -> {
                            assertThat(contested.theirs()).contains(theirs);
                            assertThat(contested.etag()).contains(etag);
                            assertThat(contested.problem())
                                    .contains("its record has changed meanwhile");
                        });
    }
}
