package io.mergedesk.storage.jooq;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.storage.jooq.SealedWorld.ADMIN;
import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.DRAFT;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ERASED_ROW;
import static io.mergedesk.storage.jooq.schema.Tables.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.audit.Erasure;
import io.mergedesk.audit.ErasureId;
import io.mergedesk.audit.ErasureOutcome;
import io.mergedesk.audit.HoldOutcome;
import io.mergedesk.audit.Integrity;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.ResolveOutcome;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.World;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.TableField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values are gone, rows and proof stay.
class ErasureTest {

    private static final FieldName PHONE = new FieldName("phone");
    private static final FieldName NAME = new FieldName("name");
    private static final SortedSet<FieldName> ALL = Collections.emptySortedSet();

    @TempDir private Path home;
    private SealedWorld sealed;
    private World world;
    private EntityId quay;

    @BeforeEach
    void write() {
        sealed = new SealedWorld(home);
        world = sealed.world;
        quay = world.create(ANNA, "name", "Secret name", "phone", "secret 1").id();
        world.update(BEN, quay, 1, "phone", "secret 2");
        world.update(ANNA, quay, 2, "phone", "open", "name", "Quay");
    }

    @AfterEach
    void close() {
        sealed.close();
    }

    @Test
    void erased_values_are_nowhere_and_the_chain_still_verifies() {
        var outcome = erase(ALL);

        assertThat(outcome).isInstanceOf(ErasureOutcome.Erased.class);
        assertThat(stored()).doesNotContain("secret", "Secret").contains("open", "Quay");
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
        assertThat(sealed.trailReport().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void the_history_says_that_a_value_was_erased_and_who_had_changed_it() {
        erase(ALL);

        var changes = world.log.since(quay, Revision.NONE);

        assertThat(changes).hasSize(3);
        assertThat(changes.get(1).by()).isEqualTo(BEN.id());
        assertThat(changes.get(1).fields())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.from()).isEqualTo(new FieldValue.Erased());
                    assertThat(change.to()).isEqualTo(new FieldValue.Erased());
                });
        assertThat(world.service.at(quay, new Revision(2), ADMIN).orElseThrow().values().get(PHONE))
                .isEqualTo(new FieldValue.Erased());
    }

    @Test
    void what_is_current_stays_and_is_told() {
        var outcome = erase(ALL);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ErasureOutcome.Erased.class,
                        erased -> {
                            assertThat(erased.current()).containsExactly(NAME, PHONE);
                            assertThat(erased.erasure().rows()).isEqualTo(3);
                        });
        assertThat(world.store.find(quay).orElseThrow().values().get(PHONE))
                .isEqualTo(new FieldValue.Text("open"));
    }

    @Test
    void only_the_fields_that_were_named_are_erased_and_the_rest_later() {
        erase(new TreeSet<>(List.of(PHONE)));
        assertThat(stored()).doesNotContain("secret").contains("Secret name");

        erase(new TreeSet<>(List.of(NAME)));

        assertThat(stored()).doesNotContain("secret", "Secret");
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void of_a_deleted_record_nothing_is_left() {
        world.save(new Edit.Delete(quay, new Revision(3)), ANNA);
        sealed.database.inTransaction(() ->
                world.trail.note(
                        TrailEntry.of(TrailAction.EXPORTED, ANNA.id(), world.clock.instant())
                                .about(quay)
                                .with("filter", "open secret")));

        erase(ALL);

        assertThat(stored()).doesNotContain("secret", "Secret", "open", "Quay");
        assertThat(
                        world.trail.after(Sequence.START, 10).stream()
                                .map(TrailEntry::details)
                                .map(Object::toString))
                .noneMatch(details -> details.contains("open secret"));
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
        assertThat(sealed.trailReport().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void snapshots_are_erased_where_a_value_was_replaced_since() {
        for (int i = 3; i < 103; i++) {
            world.update(ANNA, quay, i, "phone", "secret " + i);
        }

        erase(ALL);

        var left = stored();
        assertThat(left).doesNotContain("secret 49", "secret 50", "secret 99", "Secret name");
        assertThat(left).contains("secret 102");
        assertThat(
                        world.service
                                .at(quay, new Revision(60), ADMIN)
                                .orElseThrow()
                                .values()
                                .get(PHONE))
                .isEqualTo(new FieldValue.Erased());
        assertThat(world.service.at(quay, new Revision(60), ADMIN).orElseThrow().values().get(NAME))
                .isEqualTo(new FieldValue.Text("Quay"));
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void erasing_is_noted_in_the_trail_with_reason_and_proof() {
        erase(ALL);

        var entry = world.trail.after(Sequence.START, 10).getLast();

        assertThat(entry.action()).isEqualTo(TrailAction.VALUES_ERASED);
        assertThat(entry.by()).contains(ADMIN.id());
        assertThat(entry.entity()).contains(quay);
        assertThat(entry.details().byName())
                .containsEntry("reason", "asked for by letter")
                .containsEntry("rows", "3")
                .containsKey("digest");
    }

    @Test
    void what_is_left_does_not_prove_a_guess() {
        var before = salts();

        erase(ALL);

        assertThat(salts()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void a_modified_row_passed_off_as_an_erased_one_is_found() {
        var row =
                sealed.database
                        .jooq()
                        .selectFrom(CHANGE_LOG)
                        .where(CHANGE_LOG.SEQUENCE.eq(2L))
                        .fetchSingle();
        var forged = row.getFieldChanges().replace("secret 2", "forged");
        sealed.database.inTransaction(() ->
                sealed.database
                                .jooq()
                                .update(CHANGE_LOG)
                                .set(CHANGE_LOG.FIELD_CHANGES, forged)
                                .where(CHANGE_LOG.SEQUENCE.eq(2L))
                                .execute()
                        + sealed.database
                                .jooq()
                                .insertInto(ERASED_ROW)
                                .set(ERASED_ROW.CHAIN, "changes")
                                .set(ERASED_ROW.SEQUENCE, 2L)
                                .set(ERASED_ROW.STEP, 1)
                                .set(ERASED_ROW.ERASURE_ID, Binary.of(UUID.randomUUID()))
                                .set(
                                        ERASED_ROW.BEFORE_HASH,
                                        HashChain.saltedHash(row.getFieldChanges(), row.getSalt()))
                                .set(
                                        ERASED_ROW.AFTER_HASH,
                                        HashChain.saltedHash(forged, row.getSalt()))
                                .execute());

        assertThat(sealed.report().integrity().firstBad()).contains(new Sequence(2));
        assertThat(sealed.integrity.state().state()).isEqualTo("modified");
    }

    @Test
    void an_erased_row_that_is_modified_again_is_found() {
        erase(ALL);
        sealed.execute(
                "UPDATE change_log SET field_changes = REPLACE(field_changes, 'erased', 'Erased') WHERE sequence = 2");

        assertThat(sealed.report().integrity().firstBad()).contains(new Sequence(2));
    }

    @Test
    void an_erasing_that_a_crash_interrupted_is_finished_and_noted() {
        var interrupted =
                new Erasure(
                        new ErasureId(UUID.randomUUID()),
                        Erasure.Cause.PERSON,
                        Optional.of(quay),
                        ALL,
                        "asked for by letter",
                        world.clock.instant().plusSeconds(1),
                        ADMIN.id(),
                        world.clock.instant(),
                        Optional.empty(),
                        0,
                        Sequence.START);
        sealed.database
                .transactions()
                .executeWithoutResult(_ -> sealed.erasureStore.add(interrupted));
        sealed.eraser.erase(interrupted, quay);
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);

        sealed.erasures.resume();

        assertThat(sealed.erasureStore.unfinished()).isEmpty();
        assertThat(world.trail.after(Sequence.START, 10).getLast().details().byName())
                .containsEntry("rows", "3");
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void an_erased_value_cannot_be_brought_back() {
        var patch = Patch.of(Map.of(PHONE, Optional.of(new FieldValue.Erased())));

        var outcome = world.save(new Edit.Update(quay, new Revision(3), patch), ANNA);

        assertThat(outcome).isInstanceOf(SaveOutcome.Refused.class);
    }

    @Test
    void a_stale_edit_over_an_erased_value_is_asked_about() {
        erase(ALL);

        var outcome = world.update(BEN, quay, 1, "phone", "mine");

        assertThat(outcome).isNotInstanceOfAny(SaveOutcome.Applied.class, SaveOutcome.Merged.class);
    }

    @Test
    void what_is_under_a_legal_hold_is_not_erased_until_it_is_lifted() {
        var set = sealed.holds.hold(World.CONTACTS, "lawsuit", ADMIN);
        assertThat(erase(ALL)).isInstanceOf(ErasureOutcome.Held.class);
        assertThat(stored()).contains("secret 1");

        sealed.holds.lift(((HoldOutcome.Done) set).hold().id(), ADMIN);

        assertThat(erase(ALL)).isInstanceOf(ErasureOutcome.Erased.class);
        assertThat(world.trail.after(Sequence.START, 10).stream().map(TrailEntry::action))
                .containsSubsequence(
                        TrailAction.HOLD_SET, TrailAction.HOLD_LIFTED, TrailAction.VALUES_ERASED);
    }

    @Test
    void a_parked_edit_is_erased_with_its_note_and_the_other_side_can_still_be_taken() {
        var conflict = world.park(BEN, quay, 1, "phone", "secret side");
        sealed.execute("UPDATE conflict SET note = 'secret note'");

        erase(ALL);

        assertThat(texts(CONFLICT.PATCH)).doesNotContain("secret side").contains("erased");
        assertThat(texts(CONFLICT.NOTE)).doesNotContain("secret note");
        assertThat(decide(conflict.id(), Choice.Whole.MINE))
                .isInstanceOf(ResolveOutcome.Refused.class);
        assertThat(decide(conflict.id(), Choice.Whole.THEIRS))
                .isInstanceOf(ResolveOutcome.Settled.class);
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
        assertThat(sealed.trailReport().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void a_decision_is_erased_with_its_reason_and_half_made_ones() {
        var conflict = world.park(BEN, quay, 1, "phone", "secret side");
        decide(conflict.id(), new Choice.Value(new FieldValue.Text("secret choice")));
        world.update(ANNA, quay, 4, "phone", "open");
        new JooqDraftStore(sealed.database.jooq())
                .put(
                        ANNA.id(),
                        "conflict:" + conflict.id(),
                        new Draft(
                                new Revision(3),
                                new TreeMap<>(Map.of(PHONE, "secret draft")),
                                world.clock.instant()));

        erase(ALL);

        assertThat(texts(CONFLICT.PATCH) + texts(CONFLICT.RESOLUTION) + texts(CONFLICT.REASON))
                .doesNotContain("secret");
        assertThat(texts(DRAFT.FIELD_VALUES)).doesNotContain("secret draft");
        assertThat(world.conflicts.find(conflict.id(), ADMIN)).isPresent();
        assertThat(sealed.trailReport().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    private ResolveOutcome decide(ConflictId id, Choice choice) {
        var now = world.conflicts.find(id, ADMIN).orElseThrow();
        return world.conflicts.resolve(
                id,
                now.conflict().version(),
                now.seen(),
                Decisions.NONE.with(PHONE, choice),
                "secret reason",
                Author.of(ADMIN, Origin.UI));
    }

    @Test
    void only_admins_erase_and_hold_and_say_why() {
        assertThat(sealed.erasures.erase(quay, ALL, "because", ANNA))
                .isInstanceOf(ErasureOutcome.Forbidden.class);
        assertThat(sealed.erasures.erase(quay, ALL, " ", ADMIN))
                .isInstanceOf(ErasureOutcome.Refused.class);
        assertThat(sealed.erasures.erase(new EntityId(UUID.randomUUID()), ALL, "because", ADMIN))
                .isInstanceOf(ErasureOutcome.Missing.class);
        assertThat(sealed.holds.hold(quay, "because", ANNA))
                .isInstanceOf(HoldOutcome.Forbidden.class);
        assertThat(stored()).contains("secret 1");
    }

    @Test
    void retention_forgets_old_values_and_every_younger_revision_can_be_rebuilt() {
        world.clock.turn(Duration.ofDays(40));
        world.update(ANNA, quay, 3, "phone", "young 1");
        world.update(ANNA, quay, 4, "phone", "young 2");

        sealed.retention(Duration.ofDays(30)).apply();

        assertThat(stored())
                .doesNotContain("secret", "Secret")
                .contains("open", "Quay", "young 1", "young 2");
        assertThat(world.service.at(quay, new Revision(4), ADMIN).orElseThrow().values().get(PHONE))
                .isEqualTo(new FieldValue.Text("young 1"));
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void retention_is_noted_once_and_goes_on_where_it_ended() {
        world.clock.turn(Duration.ofDays(40));
        sealed.retention(Duration.ofDays(30)).apply();
        sealed.retention(Duration.ofDays(30)).apply();
        var noted = world.trail.after(Sequence.START, 10);

        assertThat(noted.stream().filter(one -> one.action() == TrailAction.RETENTION_APPLIED))
                .singleElement()
                .satisfies(one -> assertThat(one.details().byName()).containsEntry("rows", "3"));

        world.update(ANNA, quay, 3, "phone", "later");
        world.clock.turn(Duration.ofDays(40));
        sealed.retention(Duration.ofDays(30)).apply();

        assertThat(stored()).doesNotContain("open").contains("later", "Quay");
        assertThat(sealed.report().integrity()).isInstanceOf(Integrity.Intact.class);
    }

    @Test
    void retention_leaves_what_is_held_and_takes_it_when_the_hold_is_lifted() {
        var set = sealed.holds.hold(quay, "lawsuit", ADMIN);
        world.clock.turn(Duration.ofDays(40));
        sealed.retention(Duration.ofDays(30)).apply();
        assertThat(stored()).contains("secret 1");

        world.clock.turn(Duration.ofSeconds(1));
        sealed.holds.lift(((HoldOutcome.Done) set).hold().id(), ADMIN);
        sealed.retention(Duration.ofDays(30)).apply();

        assertThat(stored()).doesNotContain("secret");
    }

    @Test
    void without_a_setting_values_are_kept_for_ever() {
        world.clock.turn(Duration.ofDays(10_000));

        sealed.retention(Duration.ZERO).apply();

        assertThat(stored()).contains("secret 1");
    }

    private ErasureOutcome erase(SortedSet<FieldName> fields) {
        world.clock.turn(Duration.ofSeconds(1));
        return sealed.erasures.erase(quay, fields, "asked for by letter", ADMIN);
    }

    /// Every value that is stored of records, as one text.
    private String stored() {
        return texts(CHANGE_LOG.FIELD_CHANGES)
                + texts(SNAPSHOT.FIELD_VALUES)
                + texts(ENTITY.FIELD_VALUES);
    }

    private String texts(TableField<?, String> column) {
        return String.join(
                "\n", sealed.database.jooq().select(column).from(column.getTable()).fetch(column));
    }

    private List<String> salts() {
        return sealed.database
                .jooq()
                .select(CHANGE_LOG.SALT)
                .from(CHANGE_LOG)
                .fetch(row -> HexFormat.of().formatHex(row.value1()));
    }
}
