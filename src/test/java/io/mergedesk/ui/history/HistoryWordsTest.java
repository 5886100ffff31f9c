package io.mergedesk.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.entities.World;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.ValueWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryWordsTest {

    private static final EntityType CONTACTS = EntityType.of(1, 1, 1, Map.of(), World.contacts());
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final HistoryTime TIME =
            new HistoryTime(InstantSource.fixed(Instant.parse("2026-03-04T12:00:00Z")), PARIS);
    private static final ValueWords VALUES = new ValueWords(PARIS, id -> "Quay " + id);
    private static final Teller TELLER =
            new Teller(CONTACTS, new UserId("anna"), UserId::value, TIME, VALUES);
    private static final String AT = "2026-03-04T10:00:00Z";

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "ENTITY_CREATED, UI, true, created it",
        "ENTITY_CREATED, IMPORT, true, imported it",
        "ENTITY_DELETED, UI, false, deleted it",
        "ENTITY_UPDATED, UI, true, changed Phone",
        "ENTITY_UPDATED, IMPORT, true, imported Phone",
        "ENTITY_UPDATED, RESTORE, true, restored Phone",
        "ENTITY_UPDATED, MERGE, true, merged Phone",
        "ENTITY_UPDATED, RESTORE, false, restored it after the deletion"
    })
    void every_change_has_a_verb(EventName event, Origin origin, boolean fields, String expected) {
        assertThat(TELLER.verb(BurstTest.change(event, "ben", AT, origin, fields)))
                .isEqualTo(expected);
    }

    @Test
    void many_fields_are_counted_and_labels_are_the_ones_of_today() {
        var fields =
                List.of("name", "phone", "code", "status", "tags").stream()
                        .map(FieldName::new)
                        .toList();

        assertThat(ChangeWords.labels(fields, CONTACTS)).isEqualTo("Name, Phone, Code and 2 more");
        assertThat(ChangeWords.labels(fields.subList(0, 2), CONTACTS)).isEqualTo("Name, Phone");
    }

    @Test
    void a_burst_is_counted_and_timed() {
        assertThat(ChangeWords.burst(4, Duration.ofMinutes(6)))
                .isEqualTo("changed it 4 times in 6 minutes");
        assertThat(ChangeWords.burst(2, Duration.ofSeconds(5)))
                .isEqualTo("changed it 2 times in a minute");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-04T11:59:30Z, just now, Today",
        "2026-03-04T11:57:00Z, 3 minutes ago, Today",
        "2026-03-04T11:00:00Z, 1 hour ago, Today",
        "2026-03-03T22:59:00Z, 13 hours ago, Yesterday",
        "2026-03-03T23:01:00Z, 12 hours ago, Today",
        "2026-03-01T12:00:00Z, 3 days ago, Sunday 1 March",
        "2025-12-01T12:00:00Z, 3 months ago, Monday 1 December 2025",
        "2023-03-04T12:00:00Z, 3 years ago, Saturday 4 March 2023"
    })
    void times_are_told_where_the_reader_is(Instant at, String ago, String day) {
        assertThat(TIME.ago(at)).isEqualTo(ago);
        assertThat(TIME.heading(TIME.dayOf(at))).isEqualTo(day);
    }

    @Test
    void a_difference_can_be_read_as_a_sentence() {
        var phone = new FieldName("phone");
        var one = new FieldValue.Text("1");
        var two = new FieldValue.Text("2");

        assertThat(TELLER.sentence(FieldChange.of(phone, one, two)))
                .isEqualTo("Phone: from “1” to “2”");
        assertThat(TELLER.sentence(FieldChange.of(phone, null, two)))
                .isEqualTo("Phone: set to “2”, was empty");
        assertThat(TELLER.sentence(FieldChange.of(phone, one, null)))
                .isEqualTo("Phone: cleared, was “1”");
    }

    @Test
    void values_are_written_for_people() {
        assertThat(VALUES.of(null)).isEmpty();
        assertThat(VALUES.of(new FieldValue.Day(LocalDate.of(2026, 3, 4)))).isEqualTo("4 Mar 2026");
        assertThat(VALUES.of(new FieldValue.Moment(Instant.parse(AT))))
                .isEqualTo("4 Mar 2026, 11:00:00");
        assertThat(VALUES.of(new FieldValue.Choices(new TreeSet<>(List.of("vip", "depot")))))
                .isEqualTo("depot, vip");
        assertThat(
                        VALUES.of(
                                new FieldValue.Money(
                                        new BigDecimal("12.5"), Currency.getInstance("EUR"))))
                .isEqualTo("12.50 EUR");
    }

    @Test
    void every_outcome_of_restoring_is_said_in_words() {
        var refused =
                new SaveOutcome.Refused(
                        List.of(new Violation("code", "Code: expected one that nobody has")));

        assertThat(RestoreWords.of(refused, CONTACTS, TIME))
                .isEqualTo("Nothing was written. Code: expected one that nobody has.");
        assertThat(RestoreWords.isWritten(refused)).isFalse();
    }

    @Test
    void the_address_keeps_what_is_shown() {
        var address =
                HistoryAddress.START
                        .onlyField(Optional.of(new FieldName("phone")))
                        .comparing(new Revision(3), new Revision(7))
                        .inSentences(true);

        assertThat(address.parameters().getQueryString().split("&"))
                .containsExactlyInAnyOrder("field=phone", "compare=3..7", "read=sentences");
        assertThat(HistoryAddress.of(address.parameters())).isEqualTo(address);
        assertThat(HistoryAddress.of(QueryParameters.fromString("rev=x&compare=7&field=%20")))
                .isEqualTo(HistoryAddress.START);
    }
}
