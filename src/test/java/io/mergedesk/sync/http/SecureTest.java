package io.mergedesk.sync.http;

import static io.mergedesk.sync.http.DeliveryBuilder.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.sync.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Secure connections, with a certificate for `localhost` that only the test trusts.
class SecureTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final DnsResolver NAMES = FakeNames.answering("127.0.0.1");

    @TempDir static Path folder;

    private static SSLContext context;

    private final Watch watch = new Watch();

    @AfterEach
    void close() {
        watch.close();
    }

    @BeforeAll
    static void makeCertificate()
            throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "receiver",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @Test
    void delivers_where_the_certificate_is_right() {
        var tls = new DefaultClientTlsStrategy(context);
        try (var receiver = Receiver.secure(context, Receiver.answering(200));
                var http = new HttpCaller(Limits.USUAL, NAMES, tls, watch)) {
            var sender = sender(http, tls);
            var delivery = aDelivery().inside(receiver.url("/in")).build();

            assertThat(sender.reaches(delivery.target())).isTrue();
            assertThat(receiver.requests()).isEmpty();
            assertThat(sender.deliver(delivery)).isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void delivers_nothing_where_nobody_vouches_for_the_certificate() {
        var tls = DefaultClientTlsStrategy.createDefault();
        try (var receiver = Receiver.secure(context, Receiver.answering(200));
                var http = new HttpCaller(Limits.USUAL, NAMES, tls, watch)) {
            var sender = sender(http, tls);
            var delivery = aDelivery().inside(receiver.url("/in")).build();

            assertThat(unreachable(sender.deliver(delivery)))
                    .startsWith("its certificate is not trusted: ");
            assertThat(sender.reaches(delivery.target())).isFalse();
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void delivers_nothing_where_the_certificate_is_of_another_name() {
        var tls = new DefaultClientTlsStrategy(context);
        try (var receiver = Receiver.secure(context, Receiver.answering(200));
                var http = new HttpCaller(Limits.USUAL, NAMES, tls, watch)) {
            var sender = sender(http, tls);
            var url = URI.create("https://hooks.example:" + receiver.port() + "/");
            var delivery = aDelivery().inside(url).build();

            assertThat(sender.deliver(delivery)).isInstanceOf(Answer.Unreachable.class);
            assertThat(sender.reaches(delivery.target())).isFalse();
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void does_not_wait_for_keys_without_end() {
        var limits = new Limits(Duration.ofMinutes(5), Duration.ofMillis(300));
        try (var receiver = Receiver.that(Receiver.hanging())) {
            var reach = new Reach(limits, NAMES, new DefaultClientTlsStrategy(context), watch);
            var url = URI.create("https://localhost:" + receiver.port() + "/");

            assertThat(reach.reaches(url, true)).isFalse();
        }
    }

    @Test
    void says_so_where_the_other_side_is_not_secure() {
        var tls = DefaultClientTlsStrategy.createDefault();
        try (var receiver = Receiver.that(Receiver.answering(200));
                var http = new HttpCaller(Limits.USUAL, NAMES, tls, watch)) {
            var url = URI.create("https://localhost:" + receiver.port() + "/");

            assertThat(unreachable(sender(http, tls).deliver(aDelivery().inside(url).build())))
                    .isNotEmpty();
            assertThat(receiver.requests()).allSatisfy(one -> assertThat(one.body()).isEmpty());
        }
    }

    private WebhookSender sender(HttpCaller http, DefaultClientTlsStrategy tls) {
        return new WebhookSender(
                http,
                new Reach(Limits.USUAL, NAMES, tls, watch),
                () -> DeliveryBuilder.SITE,
                InstantSource.system());
    }

    private static String unreachable(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        return Answer.problemOf(answer);
    }
}
