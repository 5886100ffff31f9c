package io.mergedesk.desk;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.CONTACTS;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.World;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How every adapter finds conflicts.
public interface ConflictSearchContract {

    DeskWorld desk();

    @Test
    default void pages_follow_one_another_in_every_order_and_back_again() {
        var first = desk().park("phone", "1", "2");
        var second = desk().park("phone", "1", "2");
        var third = desk().park("phone", "1", "2");
        desk().desk.handle(second.id(), 1, Handling.NEW.prioritised(Priority.HIGH), SUE);

        assertThat(walk(ConflictOrder.NEWEST, false)).containsExactly(third, second, first);
        assertThat(walk(ConflictOrder.OLDEST, false)).containsExactly(first, second, third);
        assertThat(walk(ConflictOrder.URGENT, false)).containsExactly(second, first, third);
        assertThat(walk(ConflictOrder.NEWEST, true)).containsExactly(first, second, third);
        assertThat(walk(ConflictOrder.OLDEST, true)).containsExactly(third, second, first);
        assertThat(walk(ConflictOrder.URGENT, true)).containsExactly(third, first, second);
    }

    private List<Conflict> walk(ConflictOrder order, boolean backwards) {
        var query = ConflictQuery.of(ConflictStatus.OPEN, 1).ordered(order);
        return walk(backwards ? query.fromTheEnd() : query);
    }

    private List<Conflict> walk(ConflictQuery query) {
        var found = new ArrayList<Conflict>();
        Optional<ConflictCursor> after = Optional.empty();
        do {
            var page = desk().search.page(query.startingAfter(after), SUE);
            // as it was when it was made: what was noted since does not matter here
            page.items()
                    .forEach(one ->
                            found.add(
                                    new Conflict(
                                            one.id(),
                                            one.entity(),
                                            one.type(),
                                            one.edit(),
                                            one.met(),
                                            one.contested(),
                                            one.merged(),
                                            Handling.NEW,
                                            Optional.empty(),
                                            0,
                                            1)));
            after = page.next().map(next -> ConflictCursor.decode(next.encode()));
        } while (after.isPresent());
        return found;
    }

    @Test
    default void open_settled_and_automatic_ones_are_told_apart() {
        var open = desk().park("phone", "1", "2");
        var settled = desk().park("phone", "1", "2");
        resolve(settled, Choice.Whole.MINE);
        var joined = desk().join();

        assertThat(ids(ConflictStatus.OPEN)).containsExactly(open.id());
        assertThat(ids(ConflictStatus.SETTLED)).containsExactly(settled.id());
        assertThat(desk().page(ConflictQuery.of(ConflictStatus.AUTOMATIC, 9), SUE))
                .extracting(Conflict::entity)
                .containsExactly(joined.id());
    }

    private List<io.mergedesk.common.ConflictId> ids(
            ConflictStatus status, Condition... conditions) {
        return desk().page(ConflictQuery.of(status, 9).where(List.of(conditions)), SUE).stream()
                .map(Conflict::id)
                .toList();
    }

    private void resolve(Conflict conflict, Choice.Whole choice) {
        var now = desk().world.conflicts.find(conflict.id(), SUE).orElseThrow();
        var decisions = Decisions.NONE;
        for (var field : now.merge().contests().keySet()) {
            decisions = decisions.with(field, choice);
        }
        desk().world
                .conflicts
                .resolve(
                        conflict.id(),
                        now.conflict().version(),
                        now.seen(),
                        decisions,
                        "",
                        Author.of(SUE, Origin.UI));
    }

    @Test
    default void every_condition_narrows() {
        var phone = desk().park("phone", "1", "2");
        desk().world.clock.turn(Duration.ofHours(3));
        var other = desk().world.create(BEN, "name", "Other");
        desk().world.update(NORA, other.id(), 1, "mail", "a@example.org");
        var mail = desk().park(BEN, Origin.IMPORT, other.id(), 1, "mail", "b@example.org");
        desk().desk
                .handle(
                        mail.id(),
                        1,
                        new Handling(Priority.LOW, Optional.of(SUE.id()), true, "a note"),
                        SUE);

        assertThat(open(new Condition.OfType(CONTACTS))).containsExactly(mail.id(), phone.id());
        assertThat(open(new Condition.OfType(new TypeName("none")))).isEmpty();
        assertThat(open(new Condition.OfEntity(other.id()))).containsExactly(mail.id());
        assertThat(open(new Condition.OnField(new FieldName("mail")))).containsExactly(mail.id());
        assertThat(open(new Condition.OnField(new FieldName("mai")))).isEmpty();
        assertThat(open(new Condition.Involving(BEN.id()))).containsExactly(mail.id(), phone.id());
        assertThat(open(new Condition.Involving(NORA.id()))).containsExactly(mail.id());
        assertThat(open(new Condition.By(BEN.id()))).containsExactly(mail.id());
        assertThat(open(new Condition.AssignedTo(SUE.id()))).containsExactly(mail.id());
        assertThat(open(new Condition.Unassigned())).containsExactly(phone.id());
        assertThat(open(new Condition.Urgency(Priority.LOW))).containsExactly(mail.id());
        assertThat(open(new Condition.Inspected(true))).containsExactly(mail.id());
        assertThat(open(new Condition.Inspected(false))).containsExactly(phone.id());
        assertThat(open(new Condition.OlderThan(Duration.ofHours(2)))).containsExactly(phone.id());
        assertThat(open(new Condition.CameBy(Origin.IMPORT))).containsExactly(mail.id());
        assertThat(open(new Condition.CameBy(Origin.IMPORT), new Condition.By(ANNA.id())))
                .isEmpty();
    }

    private List<io.mergedesk.common.ConflictId> open(Condition... conditions) {
        return ids(ConflictStatus.OPEN, conditions);
    }

    @Test
    default void automatic_merges_are_found_by_the_fields_that_went_together() {
        desk().join();

        var tags = new Condition.OnField(new FieldName("tags"));
        var phone = new Condition.OnField(new FieldName("phone"));

        assertThat(ids(ConflictStatus.AUTOMATIC, tags)).hasSize(1);
        assertThat(ids(ConflictStatus.AUTOMATIC, phone)).isEmpty();
    }

    @Test
    default void people_see_their_own_edits_and_supervisors_those_of_their_teams() {
        var open = desk().park("phone", "1", "2");
        var world = desk().world;
        var secret = world.create(NORA, "name", "Secret", "team", "north");
        world.update(NORA, secret.id(), 1, "phone", "1");
        var hidden = desk().park(NORA, Origin.UI, secret.id(), 1, "phone", "2");
        var north = World.actor("tom", Role.SUPERVISOR, "north");
        var query = ConflictQuery.of(ConflictStatus.OPEN, 9);

        assertThat(desk().page(query, SUE)).containsExactly(open);
        assertThat(desk().page(query, north)).containsExactly(hidden, open);
        assertThat(desk().page(query, ADMIN)).containsExactly(hidden, open);
        assertThat(desk().page(query, ANNA)).containsExactly(open);
        assertThat(desk().page(query, NORA)).containsExactly(hidden);
        assertThat(desk().page(query, BEN)).isEmpty();
        assertThat(desk().desk.open(SUE)).isEqualTo(1);
        assertThat(desk().desk.open(BEN)).isZero();
        assertThat(desk().desk.find(hidden.id(), SUE)).isEmpty();
        assertThat(desk().search.figures(LocalDate.EPOCH, ZoneOffset.UTC, SUE).open()).isOne();
    }

    @Test
    default void counting_stops_where_it_is_told_to() {
        desk().park("phone", "1", "2");
        desk().park("phone", "1", "2");
        desk().park("phone", "1", "2");

        assertThat(desk().search.count(ConflictStatus.OPEN, List.of(), SUE, 2)).isEqualTo(2);
        assertThat(desk().search.count(ConflictStatus.OPEN, List.of(), SUE, 9)).isEqualTo(3);
    }

    @Test
    default void figures_tell_what_came_and_went_day_by_day() {
        var early = desk().park("phone", "1", "2");
        desk().join();
        desk().world.clock.turn(Duration.ofDays(1));
        desk().park("phone", "1", "2");
        resolve(early, Choice.Whole.MINE);
        var settled = desk().now(early);
        desk().world.clock.turn(Duration.ofHours(1));
        var late = desk().park("phone", "1", "2");
        resolve(late, Choice.Whole.THEIRS);
        desk().world
                .conflicts
                .reopen(late.id(), desk().now(late).version(), Author.of(SUE, Origin.UI));

        var figures = desk().desk.figures(3, ZoneOffset.UTC, SUE);

        assertThat(figures.open()).isEqualTo(2);
        assertThat(figures.days())
                .extracting(Figures.Day::arrived, Figures.Day::settled)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0L, 0L),
                        org.assertj.core.groups.Tuple.tuple(1L, 0L),
                        org.assertj.core.groups.Tuple.tuple(2L, 1L));
        assertThat(figures.automatic()).isOne();
        assertThat(figures.automaticShare()).hasValue(0.25);
        assertThat(figures.timeToSettle())
                .contains(
                        Duration.between(
                                settled.edit().at(), settled.settlement().orElseThrow().at()));
        assertThat(figures.reopened()).isOne();
    }

    @Test
    default void a_day_begins_where_the_reader_is() {
        desk().world.clock.turn(Duration.ofHours(18));
        desk().park("phone", "1", "2");

        var here = desk().desk.figures(2, ZoneOffset.UTC, SUE);
        var east = desk().desk.figures(2, ZoneOffset.ofHours(2), SUE);

        assertThat(here.days().getLast().arrived()).isOne();
        assertThat(here.days().getLast().date()).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(east.days().getLast().arrived()).isOne();
        assertThat(east.days().getLast().date()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    default void next_and_previous_go_on_after_what_was_settled() {
        var first = desk().park("phone", "1", "2");
        var second = desk().park("phone", "1", "2");
        var third = desk().park("phone", "1", "2");
        resolve(second, Choice.Whole.MINE);
        var list = ConflictQuery.of(ConflictStatus.OPEN, 9).ordered(ConflictOrder.OLDEST);

        assertThat(desk().desk.beside(second.id(), list, SUE)).contains(third);
        assertThat(desk().desk.beside(second.id(), list.fromTheEnd(), SUE)).contains(first);
        assertThat(desk().desk.beside(third.id(), list, SUE)).isEmpty();
    }
}
