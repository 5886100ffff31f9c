package io.mergedesk.sync.http;

import static io.mergedesk.sync.http.DeliveryBuilder.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.Secrets;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:05.75Z");

    private final Watch watch = new Watch();
    private final HttpCaller http =
            new HttpCaller(
                    Limits.USUAL,
                    SystemDefaultDnsResolver.INSTANCE,
                    DefaultClientTlsStrategy.createDefault(),
                    watch);
    private final WebhookSender sender =
            new WebhookSender(
                    http,
                    new Reach(
                            Limits.USUAL,
                            SystemDefaultDnsResolver.INSTANCE,
                            DefaultClientTlsStrategy.createDefault(),
                            watch),
                    () -> DeliveryBuilder.SITE,
                    () -> NOW);

    @AfterEach
    void close() {
        http.close();
        watch.close();
    }

    @Test
    void posts_a_signed_cloud_event() {
        try (var receiver = Receiver.that(Receiver.answering(204))) {
            var delivery = aDelivery().inside(receiver.url("/in")).with("name", "Zoë").build();

            assertThat(sender.deliver(delivery)).isInstanceOf(Answer.Taken.class);

            var request = receiver.onlyRequest();
            assertThat(request.line()).isEqualTo("POST /in HTTP/1.1");
            assertThat(request.header("content-type"))
                    .isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(request.header("webhook-id")).isEqualTo(DeliveryBuilder.JOB);
            assertThat(request.header("webhook-timestamp"))
                    .isEqualTo(Long.toString(NOW.getEpochSecond()));
            assertThat(request.body()).contains("\"fields\":{\"name\":\"Zoë\"}");
            assertThat(problemOf(request, DeliveryBuilder.SECRET)).isEmpty();
        }
    }

    @Test
    void receivers_of_the_old_and_of_the_new_secret_can_verify_while_it_is_replaced() {
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            var next = Secrets.generate();

            sender.deliver(
                    aDelivery()
                            .inside(receiver.url("/"))
                            .signedBy(next, DeliveryBuilder.SECRET)
                            .build());

            var request = receiver.onlyRequest();
            assertThat(problemOf(request, next)).isEmpty();
            assertThat(problemOf(request, DeliveryBuilder.SECRET)).isEmpty();
            assertThat(problemOf(request, Secrets.generate())).isNotEmpty();
        }
    }

    private static String problemOf(Receiver.Request request, String secret) {
        return StandardWebhooks.verify(
                        List.of(secret),
                        request.header("webhook-id"),
                        request.header("webhook-timestamp"),
                        request.header("webhook-signature"),
                        request.body().getBytes(StandardCharsets.UTF_8),
                        NOW)
                .orElse("");
    }

    @Test
    void sends_what_an_admin_wrote_instead() {
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            sender.deliver(
                    aDelivery().inside(receiver.url("/")).edited("{\"mended\":true}").build());

            assertThat(receiver.onlyRequest().body()).isEqualTo("{\"mended\":true}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_2xx_is_taken(int status) {
        assertThat(answer(status)).isInstanceOf(Answer.Taken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void what_may_pass_is_tried_later(int status) {
        assertThat(answer(status, "Retry-After: 90"))
                .isInstanceOfSatisfying(
                        Answer.Later.class,
                        later -> {
                            assertThat(later.problem()).isEqualTo("it answered " + status);
                            assertThat(later.after()).contains(Duration.ofSeconds(90));
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 451})
    void what_will_not_pass_is_refused(int status) {
        assertThat(answer(status))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.problem()).isEqualTo("it answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirects_are_refused_in_words(int status) {
        assertThat(answer(status, "Location: https://elsewhere.example/"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.problem())
                                        .isEqualTo(
                                                "it answered "
                                                        + status
                                                        + ": redirects are not followed, change the URL"));
    }

    @Test
    void a_receiver_that_wants_no_more_says_410() {
        assertThat(answer(410)).isInstanceOf(Answer.Gone.class);
    }

    private Answer answer(int status, String... headers) {
        try (var receiver = Receiver.that(Receiver.answering(status, headers))) {
            return sender.deliver(aDelivery().inside(receiver.url("/")).build());
        }
    }

    @Test
    void an_answer_that_is_dropped_is_none() {
        try (var receiver = Receiver.that(Receiver.closing())) {
            assertThat(sender.deliver(aDelivery().inside(receiver.url("/")).build()))
                    .isInstanceOf(Answer.Unreachable.class);
        }
    }

    @Test
    void the_log_shows_the_exchange_without_its_secrets() {
        try (var receiver =
                Receiver.that(Receiver.answeringWith(422, "I know " + DeliveryBuilder.SECRET))) {
            var delivery = aDelivery().inside(receiver.url("/in?x=1")).edited("{\"a\":1}").build();

            var exchange = sender.deliver(delivery).exchange();

            assertThat(exchange.status()).isEqualTo(422);
            assertThat(exchange.answer()).isEqualTo("I know …");
            assertThat(exchange.request())
                    .isEqualTo(
                            """
                            POST /in?x=1
                            Host: localhost:%d
                            Content-Type: application/cloudevents+json; charset=utf-8
                            webhook-id: %s
                            webhook-timestamp: 1795348805
                            webhook-signature: …

                            {"a":1}\
                            """
                                    .formatted(receiver.port(), DeliveryBuilder.JOB));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:%d/",
                "https://127.0.0.1:%d/",
                "https://127.1:%d/",
                "https://2130706433:%d/",
                "https://017700000001:%d/",
                "https://0177.0.0.1:%d/",
                "https://0x7f.0.0.1:%d/",
                "https://0x7f000001:%d/",
                "https://0.0.0.0:%d/",
                "https://[::1]:%d/",
                "https://[::ffff:127.0.0.1]:%d/",
                "https://[::ffff:7f00:1]:%d/",
                "https://[::127.0.0.1]:%d/",
                "https://[64:ff9b::7f00:1]:%d/",
                "https://[2002:7f00:1::]:%d/",
                "https://user:secret@localhost:%d/",
                "https://hooks.example@localhost:%d/",
                "http://localhost:%d/",
                "ftp://localhost:%d/",
                "//localhost:%d/"
            })
    void nothing_inside_is_connected_to_however_it_is_written(String url) {
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            var delivery = aDelivery().to(URI.create(url.formatted(receiver.port()))).build();

            assertThat(sender.deliver(delivery))
                    .isInstanceOfAny(Answer.Refused.class, Answer.Unreachable.class);
            assertThat(sender.reaches(delivery.target())).isFalse();
            assertThat(receiver.connections()).isZero();
        }
    }

    @Test
    void an_address_that_is_not_allowed_is_refused_for_good_and_in_words() {
        var delivery = aDelivery().to(URI.create("https://localhost/")).build();

        assertThat(sender.deliver(delivery))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> {
                            assertThat(refused.problem())
                                    .matches("refused: the address \\S+ is that of this machine");
                            assertThat(refused.exchange()).isNotEqualTo(Exchange.NONE);
                        });
    }

    @Test
    void even_a_trusted_target_is_not_where_clouds_keep_their_credentials() {
        var delivery =
                aDelivery().inside(URI.create("http://169.254.169.254/latest/meta-data/")).build();

        assertThat(sender.deliver(delivery))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.problem())
                                        .isEqualTo(
                                                "refused: the address 169.254.169.254 is link-local"));
    }

    @Test
    void reaches_who_listens_and_sends_nothing() {
        var receiver = Receiver.that(Receiver.answering(200));
        var target = aDelivery().inside(receiver.url("/")).build().target();

        assertThat(sender.reaches(target)).isTrue();
        assertThat(receiver.requests()).isEmpty();
        receiver.close();
        assertThat(sender.reaches(target)).isFalse();
    }
}
