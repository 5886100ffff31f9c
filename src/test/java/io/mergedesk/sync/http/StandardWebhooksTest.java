package io.mergedesk.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.sync.Secrets;
import io.mergedesk.sync.TargetSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The vector is the one that the libraries of Standard Webhooks are tested with.
class StandardWebhooksTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final String OTHER = Secrets.generate();

    @Test
    void signs_the_published_vector() {
        var secrets = new TargetSecrets(Optional.of(SECRET), Optional.empty());

        assertThat(StandardWebhooks.sign(secrets, ID, AT, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void signs_with_both_secrets_while_one_is_replaced() {
        var secrets = new TargetSecrets(Optional.of(OTHER), Optional.of(SECRET));

        var signature = StandardWebhooks.sign(secrets, ID, AT, BODY);

        assertThat(signature).matches("v1,\\S{44} v1,\\S{44}").endsWith(" " + SIGNATURE);
        assertThat(verify(List.of(OTHER), signature, BODY, AT)).isEmpty();
        assertThat(verify(List.of(SECRET), signature, BODY, AT)).isEmpty();
    }

    @Test
    void signs_nothing_without_a_secret() {
        assertThat(StandardWebhooks.sign(TargetSecrets.NONE, ID, AT, BODY)).isEmpty();
    }

    @Test
    void says_what_a_secret_must_be_like() {
        var secrets = new TargetSecrets(Optional.of("open sesame"), Optional.empty());

        assertThatThrownBy(() -> StandardWebhooks.sign(secrets, ID, AT, BODY))
                .hasMessage("expected a secret that starts with whsec_");
    }

    @ParameterizedTest(name = "{0} seconds later")
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void allows_clocks_to_be_five_minutes_apart(long seconds, boolean right) {
        var now = AT.plus(Duration.ofSeconds(seconds));

        assertThat(verify(List.of(SECRET), SIGNATURE, BODY, now).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({
        "'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', true",
        "'v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', true",
        "'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', false",
        "'v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', false",
        "'v1,G0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=', false",
        "'v1,', false",
        "'', false"
    })
    void verifies_any_of_the_signatures_that_are_sent(String signature, boolean right) {
        assertThat(verify(List.of(OTHER, SECRET), signature, BODY, AT).isEmpty()).isEqualTo(right);
    }

    @Test
    void refuses_what_was_changed_on_the_way() {
        var body = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);

        assertThat(verify(List.of(SECRET), SIGNATURE, body, AT))
                .contains("webhook-signature: expected v1 of the id, the timestamp and the body");
        assertThat(
                        StandardWebhooks.verify(
                                List.of(SECRET), "msg_2", "1614265330", SIGNATURE, BODY, AT))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "now", "-1614265330", "1614265330.5", "99999999999999999999"})
    void refuses_timestamps_that_are_no_seconds(String timestamp) {
        assertThat(StandardWebhooks.verify(List.of(SECRET), ID, timestamp, SIGNATURE, BODY, AT))
                .contains("webhook-timestamp: expected seconds since 1970");
    }

    @Test
    void new_secrets_are_32_bytes_that_nobody_had_before() {
        assertThat(OTHER).startsWith("whsec_").isNotEqualTo(Secrets.generate());
        assertThat(Base64.getDecoder().decode(OTHER.substring(6))).hasSize(32);
    }

    private static Optional<String> verify(
            List<String> secrets, String signature, byte[] body, Instant now) {
        return StandardWebhooks.verify(secrets, ID, "1614265330", signature, body, now);
    }
}
