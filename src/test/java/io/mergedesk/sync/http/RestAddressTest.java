package io.mergedesk.sync.http;

import static io.mergedesk.sync.http.DeliveryBuilder.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.sync.Message;
import java.math.BigDecimal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestAddressTest {

    private static final URI BASE = URI.create("https://crm.example/api");

    @ParameterizedTest
    @CsvSource({
        "/contacts/{id}, https://crm.example/api/contacts/0193a5f0-0000-7000-8000-00000000000a",
        "/{type}/{field.number}, https://crm.example/api/contacts/4711",
        "/contacts?number={field.number}&v={revision}, https://crm.example/api/contacts?number=4711&v=7",
        "'', https://crm.example/api",
        "?number={field.number}, https://crm.example/api?number=4711"
    })
    void puts_the_path_after_the_url(String template, URI expected) {
        var message =
                aDelivery()
                        .with("number", new FieldValue.Decimal(new BigDecimal("4711")))
                        .message();

        assertThat(url(BASE, template, message)).isEqualTo(expected);
    }

    @Test
    void keeps_what_the_url_asks_for_itself() {
        var base = URI.create("https://crm.example:8443/api/?tenant=3");
        var message = aDelivery().message();

        assertThat(url(base, "/{type}", message))
                .isEqualTo(URI.create("https://crm.example:8443/api/contacts?tenant=3"));
        assertThat(url(base, "/{type}?v={revision}", message))
                .isEqualTo(URI.create("https://crm.example:8443/api/contacts?tenant=3&v=7"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "a\\b, a%5Cb",
        "../../admin, ..%2F..%2Fadmin",
        "//evil.example/x, %2F%2Fevil.example%2Fx",
        "@evil.example, %40evil.example",
        "a?b=c#d, a%3Fb%3Dc%23d",
        "a%2e%2eb, a%252e%252eb",
        "Zoë Blanc, Zo%C3%AB%20Blanc",
        "{id}, %7Bid%7D",
        "a+b&c, a%2Bb%26c",
        "...., ...."
    })
    void a_value_changes_neither_host_nor_path(String value, String encoded) {
        var message = aDelivery().with("code", value).message();

        assertThat(url(BASE, "/contacts/{field.code}/card", message))
                .isEqualTo(URI.create("https://crm.example/api/contacts/" + encoded + "/card"));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void a_value_that_would_go_up_is_refused(String value) {
        var message = aDelivery().with("code", value).message();

        assertThat(RestAddress.of(BASE, "/contacts/{field.code}", message))
                .isEqualTo(
                        new RestAddress.Unfit(
                                "a value of the record would change the path: /contacts/" + value));
    }

    @Test
    void a_value_that_is_missing_or_was_erased_is_refused() {
        var erased = aDelivery().with("code", new FieldValue.Erased()).message();

        assertThat(RestAddress.of(BASE, "/contacts/{field.code}", aDelivery().message()))
                .isEqualTo(new RestAddress.Unfit("the record has no value for {field.code}"));
        assertThat(RestAddress.of(BASE, "/contacts/{field.code}", erased))
                .isInstanceOf(RestAddress.Unfit.class);
    }

    private static URI url(URI base, String template, Message message) {
        var address = RestAddress.of(base, template, message);
        assertThat(address).isInstanceOf(RestAddress.At.class);
        return ((RestAddress.At) address).url();
    }
}
