package io.mergedesk.sync.http;

import static io.mergedesk.sync.http.DeliveryBuilder.aDelivery;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.ConflictId;
import io.mergedesk.sync.Delivery;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CloudEventTest {

    @Test
    void says_what_happened_and_how_the_record_stands() {
        var delivery =
                aDelivery()
                        .with("name", "Zoë \"Z\" Blanc")
                        .with("born", new FieldValue.Day(LocalDate.of(1990, 2, 3)))
                        .with("tags", new FieldValue.Choices(new TreeSet<>(List.of("b", "a"))))
                        .with("vip", new FieldValue.YesNo(true))
                        .with(
                                "limit",
                                new FieldValue.Money(
                                        new BigDecimal("12.50"), Currency.getInstance("EUR")))
                        .changing("name", "phone")
                        .build();

        assertThat(text(delivery))
                .isEqualTo(
                        """
                        {"specversion":"1.0","id":"0193a5f0-0000-7000-8000-000000000001",\
                        "source":"/sites/lyon","type":"entity.updated",\
                        "subject":"0193a5f0-0000-7000-8000-00000000000a",\
                        "time":"2026-11-22T12:00:00.123456Z","timestamp":"2026-11-22T12:00:00.123456Z",\
                        "datacontenttype":"application/json",\
                        "partitionkey":"0193a5f0-0000-7000-8000-00000000000a",\
                        "sequence":"00000000000000001234",\
                        "data":{"id":"0193a5f0-0000-7000-8000-00000000000a","type":"contacts",\
                        "revision":7,"versionVector":{"lyon":2,"paris":1},"by":"anna",\
                        "at":"2026-11-22T12:00:00.123456Z","origin":"ui",\
                        "fields":{"born":"1990-02-03","limit":{"amount":12.50,"currency":"EUR"},\
                        "name":"Zoë \\"Z\\" Blanc","tags":["a","b"],"vip":true},\
                        "changed":["name","phone"]}}\
                        """);
    }

    @Test
    void each_attempt_says_the_same() {
        var delivery = aDelivery().with("name", "Zoë").changing("name");

        assertThat(text(delivery.build())).isEqualTo(text(delivery.build()));
    }

    @Test
    void names_the_conflict_it_tells_of() {
        var id = "0193a5f0-0000-7000-8000-0000000000c0";

        assertThat(text(aDelivery().of(ConflictId.parse(id)).build()))
                .contains("\"type\":\"sync.conflict\"", "\"conflictId\":\"" + id + "\"");
    }

    @Test
    void the_team_stands_beside_the_fields_as_in_the_api() {
        var delivery = aDelivery().with("$team", "lyon").with("name", "Zoë");

        assertThat(text(delivery.changing("$team", "name").build()))
                .contains("\"team\":\"lyon\",\"fields\":{\"name\":\"Zoë\"},\"changed\":[\"name\"]");
    }

    private static String text(Delivery delivery) {
        return new String(
                CloudEvent.write(delivery.job(), delivery.message(), DeliveryBuilder.SITE),
                StandardCharsets.UTF_8);
    }
}
