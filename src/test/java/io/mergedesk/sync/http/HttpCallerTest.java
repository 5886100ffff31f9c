package io.mergedesk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.running.RunningApp;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What comes of other systems that do not do what they should.
class HttpCallerTest {

    private static final Limits SHORT = new Limits(Duration.ofSeconds(10), Duration.ofMillis(400));
    private static final Limits LONG = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60));

    private final Watch watch = new Watch();
    private HttpCaller http = caller(LONG);

    @AfterEach
    void close() {
        http.close();
        watch.close();
    }

    private HttpCaller caller(Limits limits) {
        return new HttpCaller(
                limits,
                SystemDefaultDnsResolver.INSTANCE,
                DefaultClientTlsStrategy.createDefault(),
                watch);
    }

    private void hurry() {
        http.close();
        http = caller(SHORT);
    }

    @Test
    void brings_status_headers_and_body() {
        try (var receiver =
                Receiver.that(Receiver.answeringWith(200, "thanks", "ETag: \"4\"", "X: 1"))) {
            var reply = answered(post(receiver.url("/in?a=b")));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("etag")).contains("\"4\"");
            assertThat(reply.text()).isEqualTo("thanks");
            var request = receiver.onlyRequest();
            assertThat(request.line()).isEqualTo("POST /in?a=b HTTP/1.1");
            assertThat(request.body()).isEqualTo("{}");
            assertThat(request.headers())
                    .containsEntry("user-agent", "Mergedesk")
                    .doesNotContainKeys("upgrade", "accept-encoding", "cookie");
        }
    }

    @Test
    void gives_up_on_who_hangs() {
        hurry();
        try (var receiver = Receiver.that(Receiver.hanging())) {
            assertThat(silent(post(receiver.url("/")))).isEqualTo("no answer within 0.4 s");
        }
    }

    @Test
    void gives_up_on_headers_that_never_end() {
        hurry();
        try (var receiver = Receiver.that((_, socket) -> drip(socket, "HTTP/1.1 200 OK\r\nX: "))) {
            assertThat(silent(post(receiver.url("/")))).isEqualTo("no answer within 0.4 s");
        }
    }

    @Test
    void takes_the_answer_of_who_never_ends_its_body() {
        hurry();
        try (var receiver =
                Receiver.that((_, socket) ->
                        drip(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"))) {
            var reply = answered(post(receiver.url("/")));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).startsWith("xx");
        }
    }

    /// A byte now and then, as long as somebody listens.
    private static void drip(Socket socket, String start) throws IOException, InterruptedException {
        var out = socket.getOutputStream();
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        while (true) {
            out.write('x');
            out.flush();
            var _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void says_that_the_answer_was_dropped_and_does_not_ask_again() {
        try (var receiver = Receiver.that(Receiver.closing())) {
            assertThat(silent(post(receiver.url("/"))))
                    .isEqualTo("the connection was closed without an answer");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void follows_no_redirect() {
        try (var inside = Receiver.that(Receiver.answering(200));
                var receiver =
                        Receiver.that(
                                Receiver.answering(307, "Location: " + inside.url("/admin")))) {
            assertThat(answered(post(receiver.url("/"))).status()).isEqualTo(307);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void reads_no_more_of_a_body_than_it_may() {
        try (var receiver = Receiver.that(Receiver.answeringWith(200, "y".repeat(3_000_000)))) {
            assertThat(answered(post(receiver.url("/"))).body()).hasSize(Call.BRIEF);
        }
    }

    @Test
    void reads_no_headers_without_end() {
        try (var long1 = Receiver.that(Receiver.answering(200, "X: " + "y".repeat(9_000)));
                var many =
                        Receiver.that(Receiver.answering(200, "X: y\r\n".repeat(200) + "Z: z"))) {
            assertThat(silent(post(long1.url("/")))).isEqualTo("the answer's headers are too long");
            assertThat(silent(post(many.url("/")))).isEqualTo("the answer's headers are too long");
        }
    }

    @Test
    void says_so_where_what_comes_is_not_http() {
        try (var receiver =
                Receiver.that((_, socket) -> {
                    socket.getOutputStream()
                            .write(
                                    "220 mail.example ESMTP\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                })) {
            assertThat(post(receiver.url("/"))).isInstanceOf(Reply.Silent.class);
        }
    }

    @Test
    void says_that_nobody_listens() {
        assertThat(silent(post(URI.create("http://localhost:" + RunningApp.freePort() + "/"))))
                .isEqualTo("nobody listens there");
    }

    @Test
    void says_that_a_name_is_unknown() {
        assertThat(silent(post(URI.create("http://hooks.invalid/"))))
                .isEqualTo("the name hooks.invalid is unknown");
    }

    @Test
    void keeps_connections_for_the_next_call() {
        try (var receiver = Receiver.that(Receiver.answeringWith(200, "thanks"))) {
            for (int i = 0; i < 5; i++) {
                post(receiver.url("/"));
            }
            assertThat(receiver.connections()).isOne();
        }
    }

    @Test
    void notices_that_a_kept_connection_was_closed_meanwhile() {
        var closed = new CountDownLatch(1);
        try (var receiver =
                Receiver.that((_, socket) -> {
                    Receiver.write(socket, 200, "thanks");
                    socket.close();
                    closed.countDown();
                })) {
            for (int i = 0; i < 5; i++) {
                assertThat(answered(post(receiver.url("/"))).status()).isEqualTo(200);
                await().until(() -> closed.getCount() == 0);
            }
        }
    }

    @Test
    void connects_to_the_address_that_was_checked_and_never_to_what_the_name_means_later() {
        http.close();
        var names = FakeNames.answering("127.0.0.1", "169.254.169.254");
        http = new HttpCaller(LONG, names, DefaultClientTlsStrategy.createDefault(), watch);
        try (var receiver =
                Receiver.that((_, socket) -> {
                    Receiver.write(socket, 200, "", "Connection: close");
                    socket.close();
                })) {
            var url = URI.create("http://rebinding.example:" + receiver.port() + "/");

            assertThat(answered(post(url)).status()).isEqualTo(200);
            assertThat(names.lookUps()).isOne();
            assertThat(post(url))
                    .isInstanceOfSatisfying(
                            Reply.Forbidden.class,
                            refused ->
                                    assertThat(refused.problem())
                                            .isEqualTo(
                                                    "refused: the address 169.254.169.254 is link-local"));
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void never_lends_a_trusted_targets_connection_to_another() {
        try (var receiver = Receiver.that(Receiver.answering(200))) {
            post(receiver.url("/"));
            var https = URI.create("https://localhost:" + receiver.port() + "/");

            assertThat(http.call(call(https, false))).isInstanceOf(Reply.Forbidden.class);
            assertThat(receiver.connections()).isOne();
        }
    }

    private Reply post(URI url) {
        return http.call(call(url, true));
    }

    private static Call call(URI url, boolean allowPrivate) {
        return new Call(
                "POST",
                url,
                allowPrivate,
                new LinkedHashMap<>(),
                "{}".getBytes(StandardCharsets.UTF_8),
                Call.BRIEF);
    }

    private static Reply.Answered answered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return (Reply.Answered) reply;
    }

    private static String silent(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Silent.class);
        return ((Reply.Silent) reply).problem();
    }
}
