package io.mergedesk.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Change;
import io.mergedesk.events.EventName;
import io.mergedesk.ui.timeline.Burst;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BurstTest {

    private static final Change FIRST = edit("anna", "2026-03-04T10:00:00Z", Origin.UI);

    @Test
    void edits_of_one_person_shortly_after_each_other_are_one() {
        assertThat(joined(edit("anna", "2026-03-04T10:09:59Z", Origin.UI))).isTrue();
    }

    @Test
    void a_long_pause_begins_anew() {
        assertThat(joined(edit("anna", "2026-03-04T10:10:01Z", Origin.UI))).isFalse();
    }

    @Test
    void another_person_or_another_way_in_begins_anew() {
        assertThat(joined(edit("ben", "2026-03-04T10:01:00Z", Origin.UI))).isFalse();
        assertThat(joined(edit("anna", "2026-03-04T10:01:00Z", Origin.API))).isFalse();
    }

    @Test
    void creating_deleting_and_bringing_back_stand_alone() {
        var at = "2026-03-04T10:01:00Z";
        assertThat(joined(change(EventName.ENTITY_CREATED, "anna", at, Origin.UI, true))).isFalse();
        assertThat(joined(change(EventName.ENTITY_DELETED, "anna", at, Origin.UI, false)))
                .isFalse();
        assertThat(joined(change(EventName.ENTITY_UPDATED, "anna", at, Origin.UI, false)))
                .isFalse();
    }

    @Test
    void midnight_where_the_reader_is_begins_anew() {
        var late = edit("anna", "2026-03-04T22:59:00Z", Origin.UI);
        var early = edit("anna", "2026-03-04T23:01:00Z", Origin.UI);

        assertThat(Burst.joins(early, late, ZoneOffset.UTC)).isTrue();
        assertThat(Burst.joins(early, late, ZoneId.of("Europe/Paris"))).isFalse();
    }

    private static boolean joined(Change newer) {
        return Burst.joins(newer, FIRST, ZoneOffset.UTC);
    }

    static Change edit(String by, String at, Origin origin) {
        return change(EventName.ENTITY_UPDATED, by, at, origin, true);
    }

    static Change change(EventName event, String by, String at, Origin origin, boolean fields) {
        List<FieldChange> changed =
                fields
                        ? List.of(
                                FieldChange.of(
                                        new FieldName("phone"), null, new FieldValue.Text("1")))
                        : List.of();
        return new Change(
                Sequence.START,
                event,
                new EntityId(new UUID(7, 7)),
                new TypeName("contacts"),
                new Revision(1),
                new Revision(2),
                new UserId(by),
                HybridTime.at(Instant.parse(at)),
                origin,
                VersionVector.EMPTY,
                changed,
                Optional.empty());
    }
}
