package io.mergedesk.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What people are told, over every adapter.
public interface InboxContract {

    DeskWorld desk();

    @Test
    default void author_and_desk_are_told_and_read_it() {
        desk().park("phone", "1", "2");

        assertThat(desk().inbox.unread(SUE)).isOne();
        assertThat(desk().inbox.unread(ANNA)).isOne();
        assertThat(desk().inbox.unread(BEN)).isZero();
        var told = latest(SUE);
        assertThat(told)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.notice().kind()).isEqualTo(Notice.Kind.WAITING);
                    assertThat(one.title()).isEqualTo("Quay 2");
                    assertThat(one.unread()).isTrue();
                    assertThat(one.restorable()).isFalse();
                });

        desk().inbox.read(List.copyOf(told), SUE);

        assertThat(desk().inbox.unread(SUE)).isZero();
        assertThat(latest(SUE).getFirst().unread()).isFalse();
        assertThat(desk().inbox.unread(ANNA)).isOne();
    }

    @Test
    default void whoever_is_overruled_sees_what_they_wrote_and_puts_it_back() {
        var conflict = desk().park("phone", "1", "2");
        settle(conflict, new SettlingRule.SideOf(ANNA.id()));
        var told = latest(BEN).getFirst();
        assertThat(told.notice().kind()).isEqualTo(Notice.Kind.OVERRULED);
        assertThat(told.lost())
                .containsExactly(
                        java.util.Map.entry(
                                new FieldName("phone"), Optional.of(new FieldValue.Text("1"))));
        assertThat(told.restorable()).isTrue();

        var outcome = desk().inbox.restore(told.notice(), BEN);

        assertThat(outcome).get().isInstanceOf(SaveOutcome.Applied.class);
        assertThat(desk().text(conflict, "phone")).isEqualTo("1");
        var change =
                desk().world.log.before(conflict.entity(), new io.mergedesk.common.Revision(99), 1);
        assertThat(change)
                .singleElement()
                .satisfies(last -> {
                    assertThat(last.by()).isEqualTo(BEN.id());
                    assertThat(last.origin()).isEqualTo(Origin.RESTORE);
                });
        assertThat(latest(BEN).getFirst().restorable()).isFalse();
    }

    @Test
    default void the_author_of_the_edit_puts_theirs_back_too() {
        var conflict = desk().park("phone", "1", "2");
        settle(conflict, new SettlingRule.SideOf(BEN.id()));

        desk().inbox.restore(latest(ANNA).getFirst().notice(), ANNA);

        assertThat(desk().text(conflict, "phone")).isEqualTo("2");
    }

    @Test
    default void what_was_changed_since_is_not_overwritten() {
        var conflict = desk().park("phone", "1", "2");
        settle(conflict, new SettlingRule.SideOf(ANNA.id()));
        long revision =
                desk().world.store.find(conflict.entity()).orElseThrow().revision().number();
        desk().world.update(NORA, conflict.entity(), revision, "phone", "third");

        var outcome = desk().inbox.restore(latest(BEN).getFirst().notice(), BEN);

        assertThat(outcome).get().isInstanceOf(SaveOutcome.Parked.class);
        assertThat(desk().text(conflict, "phone")).isEqualTo("third");
    }

    @Test
    default void nobody_puts_back_what_somebody_else_wrote() {
        var conflict = desk().park("phone", "1", "2");
        settle(conflict, new SettlingRule.SideOf(ANNA.id()));
        var notice = latest(BEN).getFirst().notice();

        assertThat(desk().inbox.restore(notice, NORA)).isEmpty();
        assertThat(desk().text(conflict, "phone")).isEqualTo("2");
    }

    @Test
    default void supervisors_are_not_told_of_other_teams() {
        var world = desk().world;
        var secret = world.create(NORA, "name", "Secret", "team", "north");
        world.update(NORA, secret.id(), 1, "phone", "1");
        desk().park(NORA, Origin.UI, secret.id(), 1, "phone", "2");

        assertThat(desk().inbox.unread(SUE)).isZero();
        assertThat(latest(SUE)).isEmpty();
        assertThat(desk().inbox.unread(World.actor("tom", Role.SUPERVISOR, "north"))).isOne();
    }

    private List<Told> latest(Actor actor) {
        return desk().inbox.latest(actor, Optional.empty(), 10).stream()
                .map(Told.class::cast)
                .toList();
    }

    private void settle(Conflict conflict, SettlingRule rule) {
        desk().bulk
                .run(
                        new BulkRequest(
                                new BulkRequest.Selection.These(Set.of(conflict.id())), rule, ""),
                        Author.of(SUE, Origin.UI),
                        BulkWatch.NONE);
    }
}
