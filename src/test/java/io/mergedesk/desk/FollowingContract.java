package io.mergedesk.desk;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What people are told of what they follow and what they mute, over every adapter.
public interface FollowingContract {

    DeskWorld desk();

    @Test
    default void all_that_others_change_is_told_as_one_and_grows_until_it_is_read() {
        var entity = followed(ANNA);
        change(BEN, entity, "phone", "1");
        change(NORA, entity, "phone", "2");

        assertThat(digest(ANNA).people()).containsExactly(NORA.id(), BEN.id());
        change(SUE, entity, "mail", "a@example.org");

        assertThat(unread(ANNA)).isOne();
        var told = digest(ANNA);
        assertThat(told.people()).containsExactly(SUE.id(), NORA.id(), BEN.id());
        assertThat(told.fields()).containsExactly(field("mail"), field("phone"));
        assertThat(told.count()).isEqualTo(3);
        assertThat(told.complete()).isTrue();
        assertThat(told.title()).isEqualTo("Quay");
        assertThat(told.from()).isEqualTo(new Revision(1));
        assertThat(told.to()).isEqualTo(new Revision(4));
        assertThat(told.unread()).isTrue();
    }

    @Test
    default void a_burst_is_one_entry() {
        var entity = followed(ANNA);

        for (int i = 0; i < 200; i++) {
            change(BEN, entity, "phone", "" + i);
        }

        assertThat(unread(ANNA)).isOne();
        assertThat(latest(ANNA)).hasSize(1);
        assertThat(digest(ANNA).count()).isEqualTo(200);
        assertThat(digest(ANNA).fields()).containsExactly(field("phone"));
    }

    @Test
    default void what_was_read_stays_until_there_is_more_which_is_told_alone() {
        var entity = followed(ANNA);
        change(BEN, entity, "phone", "1");

        desk().inbox.read(latest(ANNA), ANNA);

        assertThat(unread(ANNA)).isZero();
        assertThat(digest(ANNA).unread()).isFalse();
        assertThat(digest(ANNA).people()).containsExactly(BEN.id());
        change(NORA, entity, "mail", "a@example.org");
        assertThat(unread(ANNA)).isOne();
        assertThat(digest(ANNA).people()).containsExactly(NORA.id());
        assertThat(digest(ANNA).fields()).containsExactly(field("mail"));
    }

    @Test
    default void only_what_was_shown_is_read() {
        var entity = followed(ANNA);
        change(BEN, entity, "phone", "1");
        var shown = latest(ANNA);
        change(BEN, entity, "mail", "a@example.org");

        desk().inbox.read(shown, ANNA);

        assertThat(unread(ANNA)).isOne();
        assertThat(digest(ANNA).fields()).containsExactly(field("mail"));
    }

    @Test
    default void whoever_opens_the_record_has_read_it() {
        var entity = followed(ANNA);
        change(BEN, entity, "phone", "1");
        int[] heard = {0};

        try (var _ = desk().followings.listen(ANNA.id(), () -> heard[0]++)) {
            desk().followings.visited(now(entity), ANNA);
            desk().followings.visited(now(entity), ANNA);
        }
        desk().followings.set(entity.id(), Attention.USUAL, ANNA);

        assertThat(heard[0]).isOne();
        assertThat(unread(ANNA)).isZero();
    }

    @Test
    default void own_changes_are_not_told_and_do_not_count() {
        var entity = followed(ANNA);
        change(ANNA, entity, "phone", "1");
        assertThat(latest(ANNA)).isEmpty();
        assertThat(unread(ANNA)).isZero();

        change(BEN, entity, "mail", "a@example.org");
        change(ANNA, entity, "notes", "mine");

        assertThat(digest(ANNA).count()).isOne();
        assertThat(digest(ANNA).fields()).containsExactly(field("mail"));
    }

    @Test
    default void nobody_is_told_of_what_they_do_not_follow() {
        var entity = desk().world.create(ANNA, "name", "Quay");
        change(BEN, entity, "phone", "1");
        assertThat(latest(ANNA)).isEmpty();

        desk().followings.set(entity.id(), Attention.FOLLOW, ANNA);
        assertThat(latest(ANNA)).isEmpty();
        change(BEN, entity, "phone", "2");
        assertThat(unread(ANNA)).isOne();
        assertThat(unread(NORA)).isZero();

        desk().followings.set(entity.id(), Attention.USUAL, ANNA);
        assertThat(latest(ANNA)).isEmpty();
        assertThat(unread(ANNA)).isZero();
        assertThat(desk().followings.of(entity.id(), ANNA)).contains(Attention.USUAL);
    }

    @Test
    default void a_deletion_is_told() {
        var entity = followed(ANNA);

        desk().world.save(new Edit.Delete(entity.id(), new Revision(1)), BEN);

        assertThat(digest(ANNA).deleted()).isTrue();
    }

    @Test
    default void what_is_given_to_another_team_is_told_no_more() {
        var entity = followed(ANNA);
        change(BEN, entity, "phone", "1");
        change(NORA, entity, "team", "north");

        assertThat(latest(ANNA)).isEmpty();
        assertThat(unread(ANNA)).isZero();
        assertThat(desk().followings.of(entity.id(), ANNA)).isEmpty();
        assertThat(desk().followings.all(ANNA)).isEmpty();
        assertThat(desk().followings.set(entity.id(), Attention.MUTE, ANNA))
                .isEqualTo(new FollowOutcome.Missing());

        change(NORA, entity, "team", "");
        assertThat(unread(ANNA)).isOne();
    }

    @Test
    default void of_a_muted_record_the_desk_hears_nothing_but_who_is_overruled_does() {
        var conflict = desk().park("phone", "1", "2");
        desk().followings.set(conflict.entity(), Attention.MUTE, SUE);
        desk().followings.set(conflict.entity(), Attention.MUTE, ANNA);
        desk().followings.set(conflict.entity(), Attention.MUTE, BEN);

        assertThat(latest(SUE)).isEmpty();
        assertThat(unread(SUE)).isZero();
        assertThat(kinds(ANNA)).containsExactly(Notice.Kind.PARKED);
        desk().bulk
                .run(
                        new BulkRequest(
                                new BulkRequest.Selection.These(Set.of(conflict.id())),
                                new SettlingRule.SideOf(ANNA.id()),
                                ""),
                        Author.of(SUE, Origin.UI),
                        BulkWatch.NONE);

        assertThat(kinds(BEN)).containsExactly(Notice.Kind.OVERRULED);
        assertThat(unread(BEN)).isOne();
        assertThat(kinds(ANNA)).containsExactly(Notice.Kind.TAKEN);
    }

    @Test
    default void whoever_is_to_decide_or_is_named_is_told_though_they_muted_it() {
        var tom = World.actor("tom", Role.SUPERVISOR);
        var conflict = desk().park("phone", "1", "2");
        desk().followings.set(conflict.entity(), Attention.MUTE, SUE);
        desk().followings.set(conflict.entity(), Attention.MUTE, ANNA);

        handle(conflict, 1, Handling.NEW.assigned(Optional.of(SUE.id())), tom);
        handle(
                conflict,
                2,
                Handling.NEW
                        .assigned(Optional.of(SUE.id()))
                        .noted("Ask @anna, not @ben or mail@nora; @sue @nobody @tom."),
                tom);

        assertThat(kinds(SUE)).containsExactly(Notice.Kind.MENTIONED, Notice.Kind.ASSIGNED);
        assertThat(kinds(ANNA))
                .containsExactlyInAnyOrder(Notice.Kind.MENTIONED, Notice.Kind.PARKED);
        assertThat(kinds(tom)).containsExactly(Notice.Kind.WAITING);
        // they see the record, but not the conflict
        assertThat(latest(BEN)).isEmpty();
        assertThat(unread(BEN)).isZero();
        assertThat(latest(NORA)).isEmpty();

        handle(conflict, 3, Handling.NEW.noted("Ask @anna again"), tom);
        assertThat(kinds(ANNA)).hasSize(2);
    }

    @Test
    default void edits_of_one_record_that_wait_are_told_as_one() {
        var entity = desk().world.create(ANNA, "name", "Quay");
        change(BEN, entity, "phone", "0");
        change(BEN, entity, "mail", "b@example.org");
        for (int i = 1; i <= 30; i++) {
            desk().park(ANNA, Origin.API, entity.id(), 1, "phone", "a" + i);
        }
        desk().park(NORA, Origin.API, entity.id(), 1, "mail", "n@example.org");

        assertThat(unread(SUE)).isOne();
        assertThat(unread(ANNA)).isOne();
        var told = told(SUE).getFirst();
        assertThat(told.count()).isEqualTo(31);
        assertThat(told.people()).containsExactly(NORA.id(), ANNA.id());
        assertThat(told.fields()).containsExactly(field("mail"), field("phone"));

        desk().inbox.read(latest(SUE), SUE);
        desk().park(ANNA, Origin.API, entity.id(), 1, "phone", "late");

        assertThat(unread(SUE)).isOne();
        assertThat(told(SUE)).extracting(Told::count).containsExactly(1, 31);
        assertThat(told(SUE)).extracting(Told::unread).containsExactly(true, false);
    }

    @Test
    default void pages_go_on_behind_the_one_before() {
        var all = new ArrayList<EntityId>();
        for (int i = 0; i < 3; i++) {
            var entity = followed(ANNA);
            desk().world.clock.turn(Duration.ofSeconds(1));
            change(BEN, entity, "phone", "0");
            desk().park(ANNA, Origin.API, entity.id(), 1, "phone", "1");
            desk().park(ANNA, Origin.API, entity.id(), 1, "phone", "2");
            all.add(entity.id());
        }

        var pages = new ArrayList<InboxEntry>();
        Optional<UUID> before = Optional.empty();
        while (true) {
            var page = desk().inbox.latest(ANNA, before, 2);
            pages.addAll(page);
            if (page.size() < 2) {
                break;
            }
            before = Optional.of(page.getLast().id());
        }

        assertThat(pages).hasSize(6).doesNotHaveDuplicates();
        assertThat(pages).filteredOn(Digest.class::isInstance).hasSize(3);
        assertThat(pages).extracting(InboxEntry::entity).isSubsetOf(all);
        assertThat(pages).isEqualTo(latest(ANNA));
    }

    @Test
    default void nobody_follows_more_than_so_many() {
        var store = desk().followingStore;
        desk().world
                .transactions
                .executeWithoutResult(_ -> {
                    for (int i = 0; i < Followings.MOST; i++) {
                        store.put(following(ANNA, new EntityId(UUID.randomUUID())));
                    }
                });
        var entity = desk().world.create(ANNA, "name", "Quay");

        assertThat(desk().followings.set(entity.id(), Attention.FOLLOW, ANNA))
                .isEqualTo(new FollowOutcome.TooMany(Followings.MOST));
        assertThat(desk().followings.set(entity.id(), Attention.FOLLOW, BEN))
                .isEqualTo(new FollowOutcome.Set(Attention.FOLLOW));
    }

    @Test
    default void nobody_sees_less_than_before_or_follows_again_by_seeing() {
        var store = desk().followingStore;
        var entity = followed(ANNA);

        inTransaction(() -> store.see(ANNA.id(), entity.id(), new Revision(1), new Revision(7)));
        inTransaction(() -> store.see(ANNA.id(), entity.id(), new Revision(1), new Revision(5)));
        inTransaction(() -> store.see(BEN.id(), entity.id(), new Revision(1), new Revision(5)));

        assertThat(store.find(ANNA.id(), entity.id()))
                .contains(
                        new Following(
                                ANNA.id(),
                                entity.id(),
                                Attention.FOLLOW,
                                new Revision(1),
                                new Revision(7)));
        assertThat(store.find(BEN.id(), entity.id())).isEmpty();
        assertThatThrownBy(() ->
                        inTransaction(() -> {
                            store.remove(ANNA.id(), entity.id());
                            throw new IllegalStateException("no");
                        }))
                .hasMessage("no");
        assertThat(store.of(ANNA.id())).hasSize(1);
    }

    private Entity followed(Actor actor) {
        var entity = desk().world.create(ANNA, "name", "Quay");
        desk().followings.set(entity.id(), Attention.FOLLOW, actor);
        return entity;
    }

    private static Following following(Actor actor, EntityId entity) {
        return new Following(
                actor.id(), entity, Attention.FOLLOW, new Revision(1), new Revision(1));
    }

    private void change(Actor actor, Entity entity, String field, String text) {
        World.applied(
                desk().world
                        .update(actor, entity.id(), now(entity).revision().number(), field, text));
    }

    private Entity now(Entity entity) {
        return desk().world.store.find(entity.id()).orElseThrow();
    }

    private void handle(Conflict conflict, long version, Handling handling, Actor actor) {
        assertThat(desk().desk.handle(conflict.id(), version, handling, actor))
                .isInstanceOf(HandleOutcome.Handled.class);
    }

    private int unread(Actor actor) {
        return desk().inbox.unread(actor);
    }

    private List<InboxEntry> latest(Actor actor) {
        return desk().inbox.latest(actor, Optional.empty(), 10);
    }

    private Digest digest(Actor actor) {
        return latest(actor).stream()
                .filter(Digest.class::isInstance)
                .map(Digest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<Told> told(Actor actor) {
        return latest(actor).stream().filter(Told.class::isInstance).map(Told.class::cast).toList();
    }

    private List<Notice.Kind> kinds(Actor actor) {
        return told(actor).stream().map(one -> one.notice().kind()).toList();
    }

    private void inTransaction(Runnable work) {
        desk().world.transactions.executeWithoutResult(_ -> work.run());
    }

    private static FieldName field(String name) {
        return new FieldName(name);
    }
}
