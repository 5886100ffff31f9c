package io.mergedesk.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConditionText;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictStatus;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskAddressTest {

    private static final UserId ME = new UserId("anna");

    @Test
    void every_state_is_read_as_it_was_written() {
        var state =
                new DeskState(
                        ConflictStatus.SETTLED,
                        List.of(
                                new Condition.OfType(new TypeName("contacts")),
                                new Condition.OfEntity(new EntityId(new UUID(7, 8))),
                                new Condition.OnField(new FieldName("phone")),
                                new Condition.Involving(new UserId("ben")),
                                new Condition.By(new UserId("sue")),
                                new Condition.Unassigned(),
                                new Condition.Urgency(Priority.HIGH),
                                new Condition.Inspected(false),
                                new Condition.OlderThan(Duration.ofHours(4)),
                                new Condition.CameBy(Origin.IMPORT),
                                new Condition.InBatch(new BatchId(new UUID(1, 2)))),
                        ConflictOrder.OLDEST);

        var written = DeskAddress.write(state);

        assertThat(DeskAddress.read(written, ME)).isEqualTo(state);
        assertThat(DeskAddress.read(written.getQueryString(), ME)).isEqualTo(state);
        assertThat(state.conditions()).extracting(Condition::name).isEqualTo(ConditionText.NAMES);
    }

    @Test
    void how_a_pile_opens_needs_no_words() {
        var open = DeskState.start(ConflictStatus.OPEN);

        assertThat(DeskAddress.write(open)).isEqualTo(QueryParameters.empty());
        assertThat(DeskAddress.read("", ME)).isEqualTo(open);
    }

    @Test
    void what_is_settled_is_no_longer_urgent() {
        assertThat(DeskAddress.read("status=settled&order=urgent", ME))
                .isEqualTo(DeskState.start(ConflictStatus.SETTLED));
    }

    @Test
    void me_is_whoever_reads() {
        assertThat(DeskAddress.read("assignee=me", ME).conditions())
                .containsExactly(new Condition.AssignedTo(ME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=all",
                "type=9",
                "entity=x",
                "priority=soon",
                "inspected=perhaps",
                "age=PT-4H",
                "age=P99999999D",
                "origin=post",
                "batch=1",
                "person=A B",
                "order=best",
                "colour=red"
            })
    void what_cannot_be_read_is_left_out(String query) {
        assertThat(DeskAddress.read(query, ME)).isEqualTo(DeskState.start(ConflictStatus.OPEN));
    }

    @Test
    void a_condition_takes_the_place_of_another_of_its_name() {
        var state =
                DeskState.start(ConflictStatus.OPEN)
                        .with(new Condition.AssignedTo(ME))
                        .with(new Condition.Inspected(true))
                        .with(new Condition.Unassigned());

        assertThat(state.conditions())
                .containsExactly(new Condition.Inspected(true), new Condition.Unassigned());
    }
}
