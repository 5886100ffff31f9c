package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a person does with a list, in a real browser.
class ListToolsIT extends RecordsBrowserTest {

    @Test
    void a_column_header_sorts_and_back_brings_the_old_order() {
        var page = list();

        page.locator("vaadin-grid-sorter").getByText("Company").click();
        assertThat(page).hasURL(Pattern.compile("sort=company"));
        page.goBack();

        assertThat(page).hasURL(Pattern.compile("/records/contacts$"));
        assertThat(page.locator("vaadin-grid-sorter[direction=asc]")).hasText("Name");
    }

    @Test
    void who_else_edits_a_record_is_seen_in_the_list_and_in_the_form() {
        var user = open("user");
        var supervisor = open("supervisor");

        type(user, "phone", "3");

        assertThat(supervisor.locator(".form-people .seat-editing")).isVisible();
        assertThat(supervisor.locator(".form-people").getByLabel("Uma User is editing"))
                .isVisible();
        assertThat(supervisor.locator(".page-header .people vaadin-avatar")).hasCount(1);
        screenshot(supervisor, "records-presence");
        assertNoSeriousAxeViolations(supervisor);
    }

    @Test
    void a_record_is_deleted_and_restored() {
        var page = open("user");

        page.getByRole(AriaRole.BUTTON, named("Delete").setExact(true)).click();
        page.locator("vaadin-confirm-dialog")
                .getByText("Delete", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".note-bad")).containsText("You deleted this contact just now");
        assertThat(entities.find(contact.id(), SUPERVISOR)).get().matches(now -> now.deleted());
        screenshot(page, "records-deleted");
        page.getByRole(AriaRole.BUTTON, named("Restore").setExact(true)).click();

        assertThat(toast(page).last()).containsText("is back");
        assertThat(entities.find(contact.id(), SUPERVISOR)).get().matches(now -> !now.deleted());
    }

    private Page list() {
        var page = signedIn("user");
        page.navigate("/records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");
        return page;
    }
}
