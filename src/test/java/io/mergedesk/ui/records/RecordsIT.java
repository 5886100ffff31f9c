package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.entities.Edit;
import org.junit.jupiter.api.Test;

/// Two people at the same records.
class RecordsIT extends RecordsBrowserTest {

    private static final String SCRIPT = "<img src=x onerror=alert(1)>";

    @Test
    void a_row_and_an_open_form_follow_without_losing_focus_or_scroll() {
        var page = open("user");
        var fields = page.locator(".form-fields");
        fields.evaluate("it => it.scrollTop = 40");
        input(page, "company").click();
        var scrolled = fields.evaluate("it => it.scrollTop");

        change("phone", "2");

        assertThat(input(page, "phone")).hasValue("2");
        assertThat(box(page, "phone")).containsText("was 1");
        assertThat(page.locator("vaadin-grid .cell-changed-0").first()).hasText("2");
        assertThat(page.locator("vaadin-grid .cell-by[title='Sven Supervisor']")).hasText("Sven");
        assertThat(page.locator(".note-changed"))
                .containsText("Sven Supervisor changed 1 field just now: Phone.");
        assertThat(input(page, "company")).isFocused();
        assertThat(fields.evaluate("it => it.scrollTop")).isEqualTo(scrolled);
        screenshot(page, "records-followed");
    }

    @Test
    void the_field_that_somebody_changed_is_one_click_away() {
        var page = open("user");
        change("notes", "Ring twice");
        assertThat(page.locator(".note-changed")).containsText("Notes");

        page.getByRole(AriaRole.BUTTON, named("Show").setExact(true)).click();

        assertThat(box(page, "notes").locator("textarea")).isFocused();
        assertThat(box(page, "notes").locator("textarea")).isInViewport();
    }

    @Test
    void a_save_that_was_overtaken_elsewhere_is_joined() {
        var page = open("user");
        input(page, "company").fill("New SARL");

        change("phone", "2");
        assertThat(input(page, "phone")).hasValue("2");
        save(page);

        assertThat(page.locator("vaadin-notification-card")).containsText("Saved");
        assertThat(stored("company")).isEqualTo("New SARL");
        assertThat(stored("phone")).isEqualTo("2");
    }

    @Test
    void a_field_both_changed_is_asked_about_and_nothing_is_lost() {
        var page = open("user");
        input(page, "phone").fill("3");
        assertThat(box(page, "phone")).hasClass(TOUCHED);

        change("phone", "2");

        assertThat(box(page, "phone")).containsText("also changed by Sven Supervisor");
        assertThat(input(page, "phone")).hasValue("3");
        assertThat(stored("phone")).isEqualTo("2");
        screenshot(page, "records-contested");

        page.locator(".keep-mine").click();
        save(page);

        assertThat(page.locator("vaadin-notification-card")).containsText("Saved");
        assertThat(stored("phone")).isEqualTo("3");
    }

    @Test
    void typing_that_is_on_its_way_is_not_overtaken_by_a_push() {
        var page = open("user");
        input(page, "phone").fill("3");

        change("phone", "2");

        assertThat(box(page, "phone")).containsText("also changed by Sven Supervisor");
        assertThat(input(page, "phone")).hasValue("3");
    }

    @Test
    void their_value_can_be_taken() {
        var page = open("user");
        input(page, "phone").fill("3");
        assertThat(box(page, "phone")).hasClass(TOUCHED);
        change("phone", "2");

        page.locator(".use-theirs").click();

        assertThat(input(page, "phone")).hasValue("2");
        assertThat(page.locator(".field-contested")).hasCount(0);
    }

    @Test
    void what_was_typed_is_back_after_a_refresh_and_can_be_discarded() {
        var page = open("user");
        input(page, "company").fill("Half typed");
        page.reload();

        assertThat(input(page, "company")).hasValue("Half typed");
        assertThat(page.locator(".note-draft")).containsText("are back");

        page.locator(".note-draft")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard"))
                .click();

        assertThat(input(page, "company")).hasValue("Old SARL");
        page.reload();
        assertThat(input(page, "company")).hasValue("Old SARL");
    }

    @Test
    void a_record_deleted_by_somebody_else_keeps_what_i_typed() {
        var page = open("user");
        input(page, "company").fill("Mine");
        assertThat(box(page, "company")).hasClass(TOUCHED);

        written(new Edit.Delete(contact.id(), contact.revision()));

        assertThat(page.locator(".note-bad")).containsText("Sven Supervisor deleted this contact");
        page.getByRole(AriaRole.BUTTON, named("Restore and save")).click();
        assertThat(page.locator("vaadin-notification-card")).containsText("Saved");
        assertThat(stored("company")).isEqualTo("Mine");
    }

    @Test
    void markup_in_values_stays_text_everywhere() {
        change("name", SCRIPT, "company", SCRIPT, "phone", SCRIPT, "city", SCRIPT);
        var page = newPageThatFailsOnDialogs();

        page.navigate("/records/contacts/" + contact.id() + "?q=onerror");

        assertThat(page.locator(".form-title h2")).hasText(SCRIPT);
        assertThat(input(page, "company")).hasValue(SCRIPT);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        input(page, "phone").fill("3");
        assertThat(box(page, "phone")).hasClass(TOUCHED);
        change("phone", SCRIPT + "2");
        assertThat(box(page, "phone")).containsText(SCRIPT + "2");
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }

    @Test
    void a_new_record_of_somebody_else_waits_behind_a_button() {
        var page = signedIn("user", "records/contacts?q=zebra");
        assertThat(page.locator(".list-empty")).containsText("Nothing found");

        written(new Edit.Create(CONTACTS, patch("name", "Zebra crossing")));
        page.getByRole(AriaRole.BUTTON, named("1 new record: show")).click();

        assertThat(page.locator("vaadin-grid")).containsText("Zebra crossing");
        screenshot(page, "records-search");
    }

    @Test
    void a_required_field_is_asked_for_where_it_stands() {
        var page = signedIn("user", "records/contacts");
        page.locator("vaadin-grid").waitFor();
        page.locator("h1").click();
        page.keyboard().press("n");
        assertThat(page.locator(".form-title h2")).hasText("New contact");

        save(page);

        assertThat(box(page, "name")).containsText("Name is required");
        assertThat(input(page, "name")).isFocused();
    }

    private Page newPageThatFailsOnDialogs() {
        var page = signedIn("user");
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        return page;
    }
}
