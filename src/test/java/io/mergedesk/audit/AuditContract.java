package io.mergedesk.audit;

import static io.mergedesk.entities.World.ADMIN;
import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.World;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the audit trail finds, wherever the logs are kept.
public interface AuditContract {

    World world();

    AuditService audit();

    @Test
    default void both_logs_come_as_one_the_latest_first() {
        note(TrailAction.SIGN_IN);
        world().clock.turn(Duration.ofMinutes(1));
        world().create(ANNA, "name", "Quay");
        world().clock.turn(Duration.ofMinutes(1));
        note(TrailAction.SIGN_OUT);

        assertThat(found(AuditQuery.ALL))
                .extracting(item -> item.action().wireName())
                .containsExactly("sign-out", "created", "sign-in", "type-created");
    }

    @Test
    default void every_condition_finds_what_meets_it_and_nothing_else() {
        var quay = world().create(ANNA, "name", "Quay", "phone", "1");
        world().update(BEN, quay.id(), 1, "phone", "2");
        world().service
                .save(
                        new Edit.Create(World.CONTACTS, world().patch("name", "Mole")),
                        Author.of(BEN, Origin.IMPORT));
        note(TrailAction.SIGN_IN);

        assertThat(actions(AuditQuery.ALL.by(BEN.id()))).containsExactly("created", "updated");
        assertThat(actions(AuditQuery.ALL.of(quay.id()))).containsExactly("updated", "created");
        assertThat(actions(AuditQuery.ALL.of(new EntityId(new UUID(1, 2))))).isEmpty();
        assertThat(actions(AuditQuery.ALL.changing(new FieldName("phone"))))
                .containsExactly("updated", "created");
        assertThat(actions(AuditQuery.ALL.comingBy(Origin.IMPORT))).containsExactly("created");
        assertThat(actions(AuditQuery.ALL.doing(new AuditAction("sign-in"))))
                .containsExactly("sign-in");
        assertThat(actions(AuditQuery.ALL.doing(new AuditAction("updated"))))
                .containsExactly("updated");
        assertThat(actions(AuditQuery.ALL.of(World.CONTACTS)))
                .containsExactlyInAnyOrder("created", "updated", "created", "type-created");
        assertThat(actions(AuditQuery.ALL.of(new TypeName("boats")))).isEmpty();
        assertThat(
                        actions(
                                AuditQuery.ALL
                                        .by(BEN.id())
                                        .of(quay.id())
                                        .changing(new FieldName("phone"))
                                        .saying("2")))
                .containsExactly("updated");
        assertThat(
                        actions(
                                AuditQuery.ALL
                                        .by(ANNA.id())
                                        .changing(new FieldName("phone"))
                                        .saying("2")))
                .isEmpty();
    }

    @Test
    default void text_is_found_in_old_and_new_values_whatever_the_case_and_accents() {
        var quay = world().create(ANNA, "name", "Café Quay", "notes", "Ring twice");
        world().update(ANNA, quay.id(), 1, "notes", "Knock");

        assertThat(actions(AuditQuery.ALL.saying("cafe"))).containsExactly("created");
        assertThat(actions(AuditQuery.ALL.saying("twice RING")))
                .containsExactly("updated", "created");
        assertThat(actions(AuditQuery.ALL.saying("kno"))).containsExactly("updated");
        assertThat(actions(AuditQuery.ALL.saying("nock"))).isEmpty();
    }

    @Test
    default void hostile_text_is_text() {
        world().create(ANNA, "name", "<img src=x onerror=alert(1)>", "notes", "=cmd|' /C calc'!A0");

        for (var text :
                List.of("onerror", "' /C calc'", "%", "_", "\\", "'; DROP TABLE x --", "\u0000")) {
            assertThat(actions(AuditQuery.ALL.saying(text))).hasSizeLessThanOrEqualTo(3);
        }
        assertThat(actions(AuditQuery.ALL.saying("onerror"))).containsExactly("created");
        assertThat(actions(AuditQuery.ALL.saying("calc"))).containsExactly("created");
        assertThat(actions(AuditQuery.ALL.saying("drop table"))).isEmpty();
    }

    @Test
    default void a_text_of_very_many_words_is_found_by_its_last_one() {
        var words = new StringBuilder();
        for (int i = 0; i < AuditTerms.MAX_WORDS + 50; i++) {
            words.append("word").append(i).append(' ');
        }
        world().create(ANNA, "name", "Quay", "notes", words + "zzlast");

        for (int i = 0; i < AuditTerms.MAX_WORDS + 50; i += 37) {
            assertThat(actions(AuditQuery.ALL.saying("word" + i))).contains("created");
        }
        assertThat(actions(AuditQuery.ALL.saying("zzlast"))).containsExactly("created");
    }

    @Test
    default void a_time_range_takes_its_beginning_and_leaves_its_end() {
        var begun = world().clock.instant();
        for (int i = 0; i < 6; i++) {
            world().clock.turn(Duration.ofHours(1));
            world().create(ANNA, "name", "No " + i);
        }

        var query = AuditQuery.ALL.since(hours(begun, 2)).until(hours(begun, 5));

        assertThat(found(query))
                .extracting(AuditItem::at)
                .containsExactly(hours(begun, 4), hours(begun, 3), hours(begun, 2));
        assertThat(actions(AuditQuery.ALL.since(hours(begun, 7)))).isEmpty();
        assertThat(actions(AuditQuery.ALL.until(begun))).isEmpty();
    }

    @Test
    default void conflicts_are_found_by_themselves() {
        var conflict = new ConflictId(new UUID(5, 6));
        var quay = world().create(ANNA, "name", "Quay");
        note(entry(TrailAction.CONFLICT_PARKED).about(conflict).about(quay.id()));
        note(entry(TrailAction.CONFLICT_RESOLVED).about(conflict).with("reason", "older file"));
        note(TrailAction.SIGN_IN);

        assertThat(actions(AuditQuery.ALL.onlyConflicts()))
                .containsExactly("conflict-resolved", "conflict-parked");
        assertThat(actions(AuditQuery.ALL.saying("older"))).containsExactly("conflict-resolved");
        assertThat(actions(AuditQuery.ALL.of(quay.id())))
                .containsExactlyInAnyOrder("conflict-parked", "created");
    }

    @Test
    default void pages_lose_nothing_and_repeat_nothing_while_more_is_written() {
        for (int i = 0; i < 40; i++) {
            world().clock.turn(Duration.ofSeconds(i % 3 == 0 ? 1 : 0));
            if (i % 2 == 0) {
                world().create(ANNA, "name", "No " + i);
            } else {
                note(TrailAction.SIGN_IN);
            }
        }
        var expected = new HashSet<>(found(AuditQuery.ALL));

        for (int limit : new int[] {1, 3, 7}) {
            var paged = new ArrayList<AuditItem>();
            var place = AuditCursor.NEWEST;
            AuditPage page;
            do {
                page = page(AuditQuery.ALL, place, limit);
                assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
                paged.addAll(page.items());
                place = page.next().map(AuditCursor::encode).map(AuditCursor::decode).orElse(place);
                note(TrailAction.SIGN_OUT);
                world().create(BEN, "name", "Meanwhile");
            } while (page.next().isPresent());

            assertThat(paged).doesNotHaveDuplicates().containsAll(expected);
            expected.addAll(found(AuditQuery.ALL));
        }
    }

    @Test
    default void only_admins_see_the_trail() {
        for (var actor : List.of(ANNA, World.actor("sue", Role.SUPERVISOR))) {
            assertThat(audit().page(AuditQuery.ALL, AuditCursor.NEWEST, 10, actor))
                    .isEqualTo(new AuditOutcome.Forbidden(Role.ADMIN));
            assertThat(
                            audit().timelineOf(
                                            new EntityId(new UUID(1, 2)),
                                            AuditCursor.NEWEST,
                                            10,
                                            actor))
                    .isEqualTo(new AuditOutcome.Forbidden(Role.ADMIN));
        }
    }

    @Test
    default void the_history_of_a_field_is_for_whoever_may_see_the_record() {
        var quay = world().create(NORA, "name", "Quay", "team", "north", "phone", "1");
        world().update(NORA, quay.id(), 1, "notes", "x");
        world().update(NORA, quay.id(), 2, "phone", "2");
        var phone = new FieldName("phone");
        var newest = new Revision(Long.MAX_VALUE);

        assertThat(audit().historyOf(quay.id(), phone, newest, 10, NORA))
                .extracting(change -> change.revision().number())
                .containsExactly(3L, 1L);
        assertThat(audit().historyOf(quay.id(), phone, new Revision(3), 10, ADMIN))
                .extracting(change -> change.revision().number())
                .containsExactly(1L);
        assertThat(audit().historyOf(quay.id(), phone, newest, 1, NORA)).hasSize(1);
        assertThat(audit().historyOf(quay.id(), phone, newest, 10, ANNA)).isEmpty();
    }

    @Test
    default void the_last_visit_of_an_admin_is_kept() {
        assertThat(audit().lastVisit(ADMIN)).isEmpty();
        audit().visited(ADMIN);
        var first = world().clock.instant();
        assertThat(audit().lastVisit(ADMIN)).hasValue(first);
        world().clock.turn(Duration.ofDays(1));
        audit().visited(ADMIN);
        audit().visited(ANNA);

        assertThat(audit().lastVisit(ADMIN)).hasValue(first.plus(Duration.ofDays(1)));
        assertThat(audit().lastVisit(ANNA)).isEmpty();
    }

    default List<AuditItem> found(AuditQuery query) {
        var all = new ArrayList<AuditItem>();
        var place = AuditCursor.NEWEST;
        AuditPage page;
        do {
            page = page(query, place, 100);
            all.addAll(page.items());
            place = page.next().orElse(place);
        } while (page.next().isPresent());
        return all;
    }

    default List<String> actions(AuditQuery query) {
        return found(query).stream().map(item -> item.action().wireName()).toList();
    }

    default AuditPage page(AuditQuery query, AuditCursor place, int limit) {
        return switch (audit().page(query, place, limit, ADMIN)) {
            case AuditOutcome.Found(var page) -> page;
            case AuditOutcome.Forbidden _ -> throw new AssertionError("expected a page");
        };
    }

    default void note(TrailAction action) {
        note(entry(action));
    }

    default void note(TrailEntry entry) {
        world().transactions.executeWithoutResult(_ -> world().trail.note(entry));
    }

    private TrailEntry entry(TrailAction action) {
        return TrailEntry.of(action, new UserId("sue"), world().clock.instant());
    }

    private static Instant hours(Instant begun, int count) {
        return begun.plus(Duration.ofHours(count));
    }
}
