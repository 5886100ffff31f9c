package io.mergedesk.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditStateTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final AuditTimes TIMES =
            new AuditTimes(NOW, ZoneId.of("Europe/Paris"), Instant.parse("2026-03-01T08:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "q=old%20value",
                "action=sign-in&field=phone&origin=import&person=anna&type=contacts",
                "conflicts=only&during=last-visit&entity=00000000-0000-0007-0000-000000000007",
                "at=c14&from=2026-03-01&to=2026-03-02",
                "at=e3"
            })
    void an_address_is_read_as_it_was_written(String query) {
        var state = AuditAddress.read(QueryParameters.fromString(query));

        assertThat(AuditAddress.write(state).getParameters())
                .isEqualTo(QueryParameters.fromString(query).getParameters());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type=%20",
                "entity=7",
                "origin=moon",
                "action=dance",
                "during=ages",
                "from=yesterday",
                "at=c0",
                "at=14",
                "at=c99999999999999999999"
            })
    void what_cannot_be_read_is_left_out(String query) {
        assertThat(AuditAddress.read(QueryParameters.fromString(query)))
                .isEqualTo(AuditState.START);
    }

    @Test
    void there_is_one_condition_of_a_kind() {
        var state =
                AuditState.START
                        .with(new AuditCondition.By(new UserId("anna")))
                        .with(new AuditCondition.By(new UserId("ben")));

        assertThat(state.conditions()).containsExactly(new AuditCondition.By(new UserId("ben")));
    }

    @Test
    void a_stretch_up_to_now_takes_the_place_of_days() {
        var days =
                AuditState.START
                        .with(new AuditCondition.From(LocalDate.of(2026, 3, 1)))
                        .with(new AuditCondition.To(LocalDate.of(2026, 3, 2)));
        var today = new AuditCondition.During(AuditSpan.TODAY);

        assertThat(days.conditions()).hasSize(2);
        assertThat(days.with(today).conditions()).containsExactly(today);
    }

    @Test
    void days_are_those_of_the_reader() {
        var query =
                AuditState.START
                        .with(new AuditCondition.From(LocalDate.of(2026, 3, 1)))
                        .with(new AuditCondition.To(LocalDate.of(2026, 3, 2)))
                        .query(TIMES);

        assertThat(query.from()).contains(Instant.parse("2026-02-28T23:00:00Z"));
        assertThat(query.to()).contains(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void the_last_visit_is_the_readers_own() {
        var query =
                AuditState.START.with(new AuditCondition.During(AuditSpan.LAST_VISIT)).query(TIMES);

        assertThat(query.from()).contains(TIMES.lastVisit());
    }

    @Test
    void reloading_stays_one_visit_and_a_long_absence_begins_another() {
        var before = NOW.minus(Duration.ofDays(1));
        var first = Visit.at(NOW, Optional.empty(), Optional.of(before));
        var soon = NOW.plus(Duration.ofMinutes(29));
        var late = soon.plus(Duration.ofMinutes(31));

        var reloaded = Visit.at(soon, Optional.of(first), Optional.of(NOW));
        var next = Visit.at(late, Optional.of(reloaded), Optional.of(soon));

        assertThat(reloaded.since()).isEqualTo(before);
        assertThat(next.since()).isEqualTo(soon);
    }
}
