package io.mergedesk.conflicts;

import static io.mergedesk.conflicts.MergeWorld.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConflictTest {

    private static final UserId SUE = new UserId("sue");
    private static final Handling URGENT =
            Handling.NEW
                    .prioritised(Priority.HIGH)
                    .assigned(Optional.of(SUE))
                    .inspected(true)
                    .noted("ask Ben");

    private static final Conflict OPEN =
            new Conflict(
                    new ConflictId(new UUID(1, 1)),
                    new EntityId(new UUID(2, 2)),
                    new TypeName("contacts"),
                    new ParkedEdit(
                            new UserId("anna"),
                            new HybridTime(7),
                            Origin.API,
                            new Revision(1),
                            new Patch(new TreeMap<>()),
                            true,
                            Optional.empty(),
                            Optional.empty()),
                    new Revision(2),
                    new TreeSet<>(Set.of(field("text"))),
                    new TreeSet<>(Set.of(field("number"))),
                    Handling.NEW,
                    Optional.empty(),
                    0,
                    1);

    private static Settlement settled(Settlement.How how) {
        return new Settlement(
                SUE,
                Instant.EPOCH,
                how,
                new Revision(2),
                new Revision(3),
                "",
                new Resolution(false, new TreeMap<>()),
                Optional.empty());
    }

    @Test
    void it_waits_until_it_is_settled_and_waits_again_once_that_is_taken_back() {
        var settlement = settled(Settlement.How.PERSON);

        var settled = OPEN.settled(settlement);
        var opened = settled.opened();

        assertThat(OPEN.isOpen()).isTrue();
        assertThat(settled.isOpen()).isFalse();
        assertThat(settled.settlement()).contains(settlement);
        assertThat(opened.isOpen()).isTrue();
        assertThat(opened.settlement()).isEmpty();
        assertThat(settled.reopened()).isZero();
        assertThat(opened.reopened()).isOne();
        assertThat(opened.settled(settlement).opened().reopened()).isEqualTo(2);
    }

    @Test
    void everything_that_is_done_to_it_is_counted_and_leaves_the_rest_alone() {
        var settlement = settled(Settlement.How.RULE);

        var handled = OPEN.handled(URGENT);
        var settled = handled.settled(settlement);
        var opened = settled.opened();

        assertThat(handled.version()).isEqualTo(2);
        assertThat(settled.version()).isEqualTo(3);
        assertThat(opened.version()).isEqualTo(4);
        assertThat(handled.handling()).isEqualTo(URGENT);
        assertThat(opened.handling()).isEqualTo(URGENT);
        assertThat(opened)
                .usingRecursiveComparison()
                .ignoringFields("handling", "reopened", "version")
                .isEqualTo(OPEN);
        assertThat(settled.handled(Handling.NEW).settlement()).contains(settlement);
    }

    @ParameterizedTest
    @EnumSource(Settlement.How.class)
    void only_what_the_merge_decided_asked_nobody(Settlement.How how) {
        assertThat(OPEN.settled(settled(how)).isAutomatic())
                .isEqualTo(how == Settlement.How.AUTOMATIC);
        assertThat(OPEN.isAutomatic()).isFalse();
        assertThat(Settlement.How.parse(how.wireName())).contains(how);
        assertThat(Settlement.How.parse(how.name())).isEmpty();
    }

    @Test
    void notes_of_the_desk_change_one_at_a_time() {
        assertThat(URGENT)
                .isEqualTo(new Handling(Priority.HIGH, Optional.of(SUE), true, "ask Ben"));
        assertThat(URGENT.assigned(Optional.empty()))
                .isEqualTo(new Handling(Priority.HIGH, Optional.empty(), true, "ask Ben"));
        assertThat(URGENT.prioritised(Priority.LOW).inspected(false).noted(""))
                .isEqualTo(new Handling(Priority.LOW, Optional.of(SUE), false, ""));
    }

    @Test
    void its_fields_do_not_change_behind_its_back() {
        assertThatThrownBy(() -> OPEN.contested().add(field("number")))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> OPEN.merged().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
