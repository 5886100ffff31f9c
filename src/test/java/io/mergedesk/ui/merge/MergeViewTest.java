package io.mergedesk.ui.merge;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static io.mergedesk.entities.World.NORA;
import static io.mergedesk.entities.World.SUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.entities.Author;
import org.junit.jupiter.api.Test;

class MergeViewTest extends MergeScreenTest {

    @Test
    void the_author_reads_who_did_what_in_plain_sentences() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "555-7777");
        var conflict = park(ANNA, "phone", "555-9000");

        open(conflict, "anna", Role.USER);

        assertThat(text())
                .contains(
                        "You changed Phone to “555-9000”. ben changed it to “555-7777”.",
                        "You edited at ",
                        " and had not seen ben’s change of ",
                        "Both started from v1 (",
                        "1 of 1 left",
                        "Still open: Phone");
        assertThat(button("Use mine: Phone").isEnabled()).isTrue();
        assertThat(button("Use ben’s: Phone").isEnabled()).isTrue();
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void a_supervisor_reads_both_names() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "");

        open(conflict, "sue", Role.SUPERVISOR);

        assertThat(text()).contains("anna cleared Phone. ben changed it to “2”.");
        click("Use anna’s: Phone");
        click("Save resolution");
        assertThat(stored("phone")).isEmpty();
    }

    @Test
    void mine_theirs_both_edit_and_as_it_was_are_all_written() {
        create(
                "name",
                "Depot",
                "phone",
                "1",
                "code",
                "a" + System.identityHashCode(this),
                "status",
                "active",
                "tags",
                "vip",
                "notes",
                "Ring twice.",
                "mail",
                "a@b.fr");
        change(
                BEN,
                "phone",
                "2",
                "status",
                "paused",
                "notes",
                "Ring thrice.",
                "mail",
                "c@b.fr",
                "name",
                "Dépôt");
        var conflict =
                park(
                        ANNA,
                        "phone",
                        "3",
                        "status",
                        "",
                        "notes",
                        "Ring once.",
                        "mail",
                        "d@b.fr",
                        "name",
                        "The depot");
        open(conflict, "sue", Role.SUPERVISOR);

        click("Use anna’s: Phone");
        click("Use ben’s: Status");
        click("Both: Notes");
        click("As it was: Mail");
        click("Edit…: Name");
        test(find(TextField.class, row("name")).single()).setValue("Depot of Lyon");
        click("Done: Name");
        assertThat(text()).contains("all decided");
        click("Save resolution");

        assertThat(stored("phone")).isEqualTo("3");
        assertThat(stored("status")).isEqualTo("paused");
        assertThat(stored("notes")).isEqualTo("Ring thrice once.");
        assertThat(stored("mail")).isEqualTo("a@b.fr");
        assertThat(stored("name")).isEqualTo("Depot of Lyon");
        assertThat(conflict(conflict).conflict().isOpen()).isFalse();
        assertThat(toasts()).contains("is saved as v3");
    }

    @Test
    void all_from_one_side_decides_everything_and_undo_asks_again() {
        create("name", "Depot", "phone", "1", "status", "active");
        change(BEN, "phone", "2", "status", "paused");
        var conflict = park(ANNA, "phone", "3", "status", "");
        open(conflict, "anna", Role.USER);

        click("All ben’s");
        assertThat(text()).contains("all decided");
        click("Undo: All ben’s");
        assertThat(text()).contains("2 of 2 left");
        click("Redo: All ben’s");
        assertThat(text()).contains("all decided");
        click("Undo: All ben’s");
        click("All mine");
        click("Save resolution");

        assertThat(stored("phone")).isEqualTo("3");
        assertThat(stored("status")).isEmpty();
    }

    @Test
    void a_suggestion_says_why_and_is_taken_by_one_click() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3");
        open(conflict, "anna", Role.USER);

        assertThat(text()).contains("Suggested: yours, newer by 1 ");
        click("Take: suggestion for Phone");

        assertThat(text()).contains("all decided");
        assertThat(text(row("phone"))).contains("yours");
    }

    @Test
    void what_merged_by_itself_is_folded_and_can_be_overruled() {
        create("name", "Depot", "phone", "1", "credit", "10");
        change(BEN, "phone", "2", "credit", "12");
        var conflict = park(ANNA, "phone", "3", "mail", "a@b.fr");
        open(conflict, "anna", Role.USER);

        assertThat(text()).contains("2 fields merged by themselves", "only ben changed it", "+2");
        click("As it was: Credit");
        click("Use mine: Phone");
        click("Save resolution");

        assertThat(stored("credit")).isEqualTo("10");
        assertThat(stored("mail")).isEqualTo("a@b.fr");
    }

    @Test
    void decisions_and_reason_are_there_again_after_leaving() {
        create("name", "Depot", "phone", "1", "status", "active");
        change(BEN, "phone", "2", "status", "paused");
        var conflict = park(ANNA, "phone", "3", "status", "");
        open(conflict, "anna", Role.USER);
        click("Use mine: Phone");
        test(find(TextArea.class).single()).setValue("Called them");

        UI.getCurrent().navigate("conflicts/" + conflict.id(), QueryParameters.of("again", ""));
        open(conflict, "anna", Role.USER);

        assertThat(text()).contains("1 of 2 left", "Your decisions from before are back.");
        assertThat(find(TextArea.class).single().getValue()).isEqualTo("Called them");
        click("Use mine: Status");
        click("Save resolution");
        assertThat(conflict(conflict).conflict().settlement().map(Settlement::reason))
                .contains("Called them");
    }

    @Test
    void a_third_save_keeps_what_was_decided_and_says_what_is_asked_again() {
        create("name", "Depot", "phone", "1", "status", "active");
        change(BEN, "phone", "2", "status", "paused");
        var conflict = park(ANNA, "phone", "3", "status", "");
        open(conflict, "anna", Role.USER);
        click("Use mine: Phone");
        click("Use mine: Status");

        change(BEN, "phone", "22");

        eventually(() ->
                assertThat(text())
                        .contains(
                                "ben changed Phone at ",
                                "Phone is asked again; 1 other decision is kept.",
                                "1 of 2 left",
                                "You had chosen: yours."));
        click("Use ben’s: Phone");
        click("Save resolution");
        assertThat(stored("phone")).isEqualTo("22");
        assertThat(stored("status")).isEmpty();
    }

    @Test
    void what_moved_while_nobody_looked_is_asked_again_on_the_next_visit() {
        create("name", "Depot", "phone", "1", "status", "active");
        change(BEN, "phone", "2", "status", "paused");
        var conflict = park(ANNA, "phone", "3", "status", "");
        open(conflict, "anna", Role.USER);
        click("Use mine: Phone");
        click("Use mine: Status");
        UI.getCurrent().navigate("");

        change(BEN, "phone", "22");
        open(conflict, "anna", Role.USER);

        assertThat(text()).contains("Since you were here: ben changed Phone", "1 of 2 left");
    }

    @Test
    void whoever_comes_second_is_told_and_nothing_is_resolved_twice() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3");
        open(conflict, "anna", Role.USER);
        click("Use mine: Phone");

        var now = conflict(conflict);
        world.conflicts.resolve(
                conflict.id(),
                now.conflict().version(),
                now.seen(),
                Decisions.NONE.with(new FieldName("phone"), Choice.Whole.THEIRS),
                "",
                Author.of(SUE, Origin.UI));

        eventually(() -> assertThat(text()).contains("sue decided this at "));
        assertThat(toasts()).contains("Yours was not written; your decisions are kept as a draft.");
        assertThat(stored("phone")).isEqualTo("2");
        assertThat(find(Button.class).withText("Save resolution").all()).isEmpty();
    }

    @Test
    void a_saved_resolution_can_be_undone_and_is_asked_again_as_it_was() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3");
        open(conflict, "sue", Role.SUPERVISOR);
        click("Use anna’s: Phone");
        click("Save resolution");
        assertThat(stored("phone")).isEqualTo("3");

        click("Undo");

        assertThat(stored("phone")).isEqualTo("2");
        assertThat(conflict(conflict).conflict().isOpen()).isTrue();
        assertThat(text()).contains("all decided");
    }

    @Test
    void a_settled_conflict_shows_all_values_and_is_reopened_or_decided_differently() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3");
        open(conflict, "sue", Role.SUPERVISOR);
        click("Use anna’s: Phone");
        test(find(TextArea.class).single()).setValue("She called");
        click("Save resolution");

        assertThat(text())
                .contains(
                        "You decided this at ",
                        "saved as v3.",
                        "Reason: She called",
                        "All three values",
                        "anna’s");
        click("Decide differently");
        click("Use ben’s: Phone");
        click("Save resolution");
        assertThat(stored("phone")).isEqualTo("2");

        click("Reopen");
        assertThat(conflict(conflict).conflict().isOpen()).isTrue();
    }

    @Test
    void what_was_deleted_here_and_edited_there_is_a_question_of_its_own() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var outcome =
                world.service.save(
                        new io.mergedesk.entities.Edit.Delete(
                                contact().id(), new io.mergedesk.common.Revision(1)),
                        Author.of(ANNA, Origin.UI));
        var conflict = io.mergedesk.entities.World.parked(outcome);
        open(conflict, "sue", Role.SUPERVISOR);

        assertThat(text()).contains("anna deleted this contact. ben had changed Phone.");
        click("Delete it: the contact");
        click("Save resolution");

        assertThat(now().deleted()).isTrue();
    }

    @Test
    void a_preview_is_validated_and_tags_each_field_with_where_it_comes_from() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3", "mail", "a@b.fr");
        open(conflict, "anna", Role.USER);
        click("Use ben’s: Phone");

        click("Preview");

        var dialog = find(PreviewDialog.class).single();
        assertThat(text(dialog)).contains("Depot", "2", "ben’s", "a@b.fr", "only you changed it");
    }

    @Test
    void a_result_that_is_not_acceptable_says_so_at_its_field() {
        create("name", "Depot", "phone", "1");
        change(BEN, "name", "Dépôt");
        var conflict = park(ANNA, "name", "The depot");
        open(conflict, "anna", Role.USER);
        click("Edit…: Name");
        test(find(TextField.class, row("name")).single()).setValue("");
        click("Done: Name");

        click("Save resolution");

        assertThat(text()).contains("Not saved: the result would not be accepted.");
        assertThat(elements(row("name"), one -> "row-problem".equals(one.getAttribute("class"))))
                .hasSize(1);
        assertThat(stored("name")).isEqualTo("Dépôt");
    }

    @Test
    void a_stranger_finds_nothing_here() {
        create("name", "Depot", "phone", "1");
        change(BEN, "phone", "2");
        var conflict = park(ANNA, "phone", "3");

        open(conflict, NORA.id().value(), Role.USER);

        assertThat(text()).contains("There is nothing here, or it is not shared with you");
    }

    private Button button(String label) {
        return find(Button.class)
                .withCondition(one -> label.equals(one.getAriaLabel().orElse("")))
                .single();
    }

    private Button save() {
        return find(Button.class).withText("Save resolution").single();
    }
}
