package io.mergedesk.ui.records;

import static io.mergedesk.entities.World.ANNA;
import static io.mergedesk.entities.World.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// One record in its form, without a browser.
class RecordFormTest extends RecordsScreenTest {

    @Test
    void what_is_typed_is_saved() {
        var contact = contact("Ann", "phone", "1");
        open(contact);

        type("Phone", "2");
        click("Save");

        assertThat(World.text(now(contact), "phone")).isEqualTo("2");
        assertThat(text()).contains("Saved.");
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_stays() {
        var contact = contact("Ann");
        open(contact);

        type("Credit", "twelve");
        click("Save");

        assertThat(field("Credit").isInvalid()).isTrue();
        assertThat(field("Credit").getErrorMessage()).contains("expected a number");
        assertThat(field("Credit").getValue()).isEqualTo("twelve");
        assertThat(now(contact).revision()).isEqualTo(new Revision(1));
    }

    @Test
    void a_new_record_needs_what_is_required_and_is_created_once() {
        UI.getCurrent().navigate("records/contacts/new");
        type("Phone", "1");
        click("Save");
        assertThat(field("Name").getErrorMessage()).startsWith("Name is required");

        type("Name", "Eva " + word);
        click("Save");

        assertThat(text()).contains("Eva " + word + " is created.");
        show("q=" + word);
        assertThat(find(RecordGrid.class).single().getLazyDataView().getItems()).hasSize(1);
    }

    @Test
    void a_stale_save_of_other_fields_is_joined_and_says_with_what() {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        type("Mail", "ann@example.org");
        saveOver(contact, "phone", "2");

        assertThat(text()).contains("Saved, and joined with what ben (Phone) changed meanwhile.");
        assertThat(field("Phone").getValue()).isEqualTo("2");
        assertThat(World.text(now(contact), "mail")).isEqualTo("ann@example.org");
    }

    @Test
    void a_stale_save_of_the_same_field_is_kept_and_leads_to_its_decision() {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        type("Phone", "3");
        saveOver(contact, "phone", "2");

        assertThat(text()).contains("You changed Phone to “3”. ben changed it to “2”.");
        assertThat(World.text(now(contact), "phone")).isEqualTo("2");

        open(contact);
        assertThat(text()).contains("An edit of Phone by you, ", ", waits for a decision.");
        assertThat(field("Phone").getValue()).isEqualTo("2");
        click("Decide");
        click("Use mine: Phone");
        click("Save resolution");

        assertThat(World.text(now(contact), "phone")).isEqualTo("3");
        assertThat(field("Phone").getValue()).isEqualTo("3");
        assertThat(text()).doesNotContain("waits for a decision");
    }

    @Test
    void of_many_edits_that_wait_some_are_named() {
        var contact = contact("Ann", "phone", "1");
        World.applied(world.update(BEN, contact.id(), 1, "phone", "2"));
        for (int i = 0; i < 5; i++) {
            world.park(ANNA, contact.id(), 1, "phone", "mine " + i);
        }

        open(contact);

        assertThat(text()).contains("5 edits wait for a decision: Phone by you", "; and 2 more.");
    }

    @Test
    void mine_can_be_kept_before_it_is_saved() {
        var contact = contested("Phone", "3");

        click("Keep mine: Phone");
        click("Save");

        assertThat(World.text(now(contact), "phone")).isEqualTo("3");
    }

    @Test
    void their_value_can_be_taken_instead() {
        contested("Phone", "3");

        click("Use ben’s: Phone");

        assertThat(field("Phone").getValue()).isEqualTo("2");
        assertThat(text()).doesNotContain("also changed");
    }

    @Test
    void others_changes_are_told_as_long_ago_as_they_are() {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        World.applied(world.update(BEN, contact.id(), 1, "phone", "2"));
        eventually(() -> assertThat(text()).contains("ben changed 1 field just now: Phone."));

        world.clock.turn(Duration.ofMinutes(3));
        type("Mail", "a@example.org");

        assertThat(text()).contains("ben changed 1 field 3 minutes ago: Phone. Your unsaved field");
    }

    @Test
    void a_record_that_somebody_deleted_comes_back_with_what_i_typed() {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        type("Phone", "3");
        World.applied(world.save(new Edit.Delete(contact.id(), new Revision(1)), BEN));

        eventually(() -> assertThat(text()).contains("ben deleted this contact just now."));
        click("Restore and save");

        assertThat(now(contact).deleted()).isFalse();
        assertThat(World.text(now(contact), "phone")).isEqualTo("3");
    }

    @Test
    void what_was_typed_and_not_saved_is_back_when_the_form_is_opened_again() {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        type("Phone", "3");

        click("Close the form");
        open(contact);
        assertThat(field("Phone").getValue()).isEqualTo("3");
        assertThat(text()).contains("are back.");

        click("Discard");
        assertThat(field("Phone").getValue()).isEqualTo("1");
    }

    /// Saves what is typed before the form hears of what Ben has just changed.
    private void saveOver(Entity contact, String... namesAndTexts) {
        world.unheard(() -> {
            World.applied(world.update(BEN, contact.id(), 1, namesAndTexts));
            click("Save");
        });
    }

    /// A contact in whose open form that is typed, while Ben changes its phone to 2.
    private Entity contested(String label, String typed) {
        var contact = contact("Ann", "phone", "1");
        open(contact);
        type(label, typed);
        World.applied(world.update(BEN, contact.id(), 1, "phone", "2"));
        eventually(() -> assertThat(text()).contains("also changed by ben"));
        return contact;
    }

    private TextField field(String label) {
        return field(label, RecordForm.class);
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }
}
