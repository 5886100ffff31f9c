package io.mergedesk.ui.merge;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.EntityChoice;
import io.mergedesk.conflicts.Hunk;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecidingTest {

    private final World world = RecordsWorld.inMemory();
    private Entity contact =
            world.create(
                    BEN,
                    "name",
                    "Depot",
                    "phone",
                    "1",
                    "status",
                    "active",
                    "notes",
                    "Ring twice.",
                    "street",
                    "1 Quai",
                    "postcode",
                    "69001",
                    "tags",
                    "vip");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void nothing_is_chosen_before_somebody_chooses() {
        var deciding = met(theirs("phone", "2", "status", "paused"), "phone", "3", "status", "");

        assertThat(deciding.total()).isEqualTo(2);
        assertThat(deciding.left()).isEqualTo(2);
        assertThat(deciding.result(field("phone"))).isEmpty();
    }

    @Test
    void choosing_counts_down_and_can_be_undone_and_redone() {
        var deciding = met(theirs("phone", "2", "status", "paused"), "phone", "3", "status", "");

        deciding.choose(question(deciding, "phone"), Choice.Whole.MINE);
        deciding.choose(question(deciding, "status"), Choice.Whole.THEIRS);
        assertThat(deciding.left()).isZero();
        assertThat(shown(deciding, "phone")).isEqualTo("3");
        assertThat(deciding.steps().undoes()).contains("Status");

        deciding.steps().undo();
        assertThat(deciding.left()).isEqualTo(1);
        assertThat(deciding.isOpen(question(deciding, "status"))).isTrue();
        assertThat(deciding.steps().redoes()).contains("Status");

        deciding.steps().redo();
        assertThat(deciding.left()).isZero();
    }

    @Test
    void all_from_one_side_is_one_step() {
        var deciding = met(theirs("phone", "2", "status", "paused"), "phone", "3", "status", "");

        deciding.chooseAll(Party.THEIRS, "all");
        assertThat(shown(deciding, "phone")).isEqualTo("2");
        assertThat(shown(deciding, "status")).isEqualTo("paused");

        deciding.steps().undo();
        assertThat(deciding.left()).isEqualTo(2);
    }

    @Test
    void the_fields_of_a_group_are_one_question() {
        var deciding = met(theirs("street", "2 Quai"), "postcode", "69009");

        assertThat(deciding.questions())
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.label(deciding.now().type())).isEqualTo("Address");
                    assertThat(question.fields())
                            .containsExactly(field("street"), field("postcode"));
                    assertThat(deciding.offers(question, Choice.Whole.BOTH)).isFalse();
                });

        deciding.choose(deciding.questions().getFirst(), Choice.Whole.MINE);
        assertThat(shown(deciding, "street")).isEqualTo("1 Quai");
        assertThat(shown(deciding, "postcode")).isEqualTo("69009");
    }

    @Test
    void editing_one_field_of_a_group_decides_the_others_as_they_are() {
        var deciding = met(theirs("street", "2 Quai"), "postcode", "69009");
        var question = deciding.questions().getFirst();

        deciding.type(question, field("postcode"), text("69002"));

        assertThat(deciding.left()).isZero();
        assertThat(shown(deciding, "street")).isEqualTo("2 Quai");
        assertThat(shown(deciding, "postcode")).isEqualTo("69002");
    }

    @Test
    void typing_on_is_one_step_however_often_somebody_pauses() {
        var deciding = met(theirs("phone", "2"), "phone", "3");
        var phone = question(deciding, "phone");

        deciding.type(phone, field("phone"), text("4"));
        deciding.type(phone, field("phone"), text("45"));
        assertThat(shown(deciding, "phone")).isEqualTo("45");

        deciding.steps().undo();
        assertThat(deciding.isOpen(phone)).isTrue();
    }

    @Test
    void both_is_offered_where_both_can_stand_and_make_more_than_one_of_them() {
        var deciding =
                met(
                        theirs("notes", "Ring thrice.", "phone", "2"),
                        "notes",
                        "Ring once.",
                        "phone",
                        "3");

        assertThat(deciding.offers(question(deciding, "notes"), Choice.Whole.BOTH)).isTrue();
    }

    @Test
    void a_text_is_decided_run_by_run() {
        var deciding = met(theirs("notes", "Ring thrice."), "notes", "Ring once.");
        var hunks = deciding.merge().hunks(field("notes"));
        int place = 0;
        while (!(hunks.get(place) instanceof Hunk.Differ)) {
            place++;
        }

        deciding.choose(field("notes"), place, HunkChoice.MINE);

        assertThat(deciding.left()).isZero();
        assertThat(shown(deciding, "notes")).isEqualTo("Ring once.");
    }

    @Test
    void a_third_save_keeps_decisions_and_asks_only_about_what_is_new() {
        var conflict =
                world.park(
                        ANNA,
                        theirs("phone", "2", "status", "paused"),
                        1,
                        "phone",
                        "3",
                        "status",
                        "");
        var deciding = Deciding.of(now(conflict.id()), Decisions.NONE);
        deciding.choose(question(deciding, "phone"), Choice.Whole.MINE);
        deciding.choose(question(deciding, "status"), Choice.Whole.MINE);

        theirs("phone", "22");
        var again = deciding.follow(now(conflict.id()));

        assertThat(again).containsOnlyKeys(field("phone"));
        assertThat(deciding.open()).containsExactly(question(deciding, "phone"));
        assertThat(deciding.again()).containsOnlyKeys(field("phone"));

        deciding.steps().undo();
        assertThat(deciding.open()).hasSize(2);
        deciding.steps().redo();
        deciding.choose(question(deciding, "phone"), Choice.Whole.THEIRS);
        assertThat(deciding.left()).isZero();
        assertThat(deciding.again()).isEmpty();
        assertThat(shown(deciding, "phone")).isEqualTo("22");
    }

    @Test
    void what_was_deleted_here_and_edited_there_is_kept_or_deleted_before_all_else() {
        var theirs = theirs("phone", "2");
        var outcome =
                world.service.save(
                        new Edit.Delete(theirs, new Revision(1)), Author.of(ANNA, Origin.UI));
        var deciding = Deciding.of(now(World.parked(outcome).id()), Decisions.NONE);

        assertThat(deciding.total()).isEqualTo(1);
        assertThat(deciding.isKeepOrDeleteOpen()).isTrue();

        deciding.choose(EntityChoice.DELETE);
        assertThat(deciding.left()).isZero();
        assertThat(deciding.isDeleting()).isTrue();

        deciding.chooseAll(Party.THEIRS, "all");
        assertThat(deciding.decisions().entity()).contains(EntityChoice.KEEP);
    }

    @Test
    void what_was_merged_without_asking_can_be_overruled_and_put_back() {
        var deciding = met(theirs("phone", "2", "credit", "5"), "phone", "3");
        var credit =
                deciding.merged().stream()
                        .filter(one -> one.isOf(field("credit")))
                        .findFirst()
                        .orElseThrow();

        deciding.choose(credit, Choice.Whole.BASE);
        assertThat(shown(deciding, "credit")).isEmpty();
        assertThat(deciding.isDecidedByHand(credit)).isTrue();

        deciding.takeBack(credit);
        assertThat(shown(deciding, "credit")).isEqualTo("5");
    }

    @Test
    void decisions_that_no_longer_fit_are_left_out_of_what_was_begun() {
        var conflict = world.park(ANNA, theirs("phone", "2"), 1, "phone", "3");
        var begun =
                Decisions.NONE
                        .with(field("phone"), Choice.Hunks.of(Map.of(9, HunkChoice.MINE)))
                        .with(field("credit"), Choice.Whole.BOTH);

        var deciding = Deciding.of(now(conflict.id()), begun);

        assertThat(deciding.decisions()).isEqualTo(Decisions.NONE);
    }

    private Deciding met(EntityId theirs, String... mine) {
        return Deciding.of(now(world.park(ANNA, theirs, 1, mine).id()), Decisions.NONE);
    }

    /// Ben changes it.
    private EntityId theirs(String... fieldsAndTexts) {
        contact =
                World.applied(
                        world.update(
                                BEN, contact.id(), contact.revision().number(), fieldsAndTexts));
        return contact.id();
    }

    private ConflictNow now(ConflictId id) {
        return world.conflicts.find(id, SUE).orElseThrow();
    }

    private static Question question(Deciding deciding, String field) {
        return deciding.questions().stream()
                .filter(one -> one.isOf(field(field)))
                .findFirst()
                .orElseThrow();
    }

    private static String shown(Deciding deciding, String field) {
        var value = deciding.result(field(field)).orElseThrow().value();
        return value == null ? "" : FieldText.write(value);
    }

    private static FieldName field(String name) {
        return new FieldName(name);
    }

    private static Choice.Value text(String text) {
        return new Choice.Value(new FieldValue.Text(text));
    }
}
