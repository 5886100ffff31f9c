package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.security.TeamService;
import io.mergedesk.ui.SlowSearch;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a person does with a list, in a real browser.
class ListToolsIT extends RecordsBrowserTest {

    @Autowired private TeamService teams;

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
        assertThat(supervisor.locator("row-people[record='" + contact.id() + "']"))
                .hasAttribute("aria-label", "Uma User is editing");
        assertThat(user.locator("row-people[record='" + contact.id() + "']"))
                .hasAttribute("aria-label", "Sven Supervisor is looking");
        screenshot(supervisor, "records-presence");
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

    @Test
    void a_filter_is_built_with_the_mouse_and_taken_away() {
        change("phone", "+99 1 mouse");
        var page = list();

        page.getByRole(AriaRole.BUTTON, named("Filter").setExact(true)).click();
        page.getByLabel("Field", exactly()).click();
        page.locator("vaadin-combo-box-item").getByText("Phone").click();
        page.getByLabel("Value", exactly()).fill("+99 1 mouse");
        screenshot(page, "records-filter");
        page.getByRole(AriaRole.BUTTON, named("Add filter")).click();

        assertThat(page).hasURL(Pattern.compile("filter=phone"));
        assertThat(rows(page)).hasCount(1);
        page.getByRole(AriaRole.BUTTON, named("Remove: Phone starts with +99 1 mouse")).click();
        assertThat(page).hasURL(Pattern.compile("/records/contacts$"));
    }

    @Test
    void a_filter_is_built_with_the_keyboard_alone() {
        change("phone", "+99 2 keys");
        var page = list();

        page.getByRole(AriaRole.BUTTON, named("Filter").setExact(true)).focus();
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Field", exactly())).isFocused();
        page.keyboard().type("Phone");
        assertThat(page.locator("vaadin-combo-box-item:visible")).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.getByLabel("Value", exactly())).isVisible();
        page.getByLabel("Value", exactly()).focus();
        page.keyboard().type("+99 2 keys");
        page.keyboard().press("Enter");

        assertThat(page).hasURL(Pattern.compile("filter=phone"));
        assertThat(rows(page)).hasCount(1);
    }

    @Test
    void a_record_that_is_given_to_a_team_of_others_leaves_the_list_that_is_open() {
        var admin = new Actor(new UserId("admin"), Role.ADMIN, Set.of());
        teams.create(admin, "Nightshift");
        var page = list();
        var row = page.locator("row-people[record='" + contact.id() + "']");
        assertThat(row).hasCount(1);

        entities.save(
                new Edit.Update(
                        contact.id(),
                        contact.revision(),
                        Patch.of(
                                Map.of(
                                        FieldName.TEAM,
                                        Optional.of(new FieldValue.Text("nightshift"))))),
                Author.of(admin, Origin.API));

        assertThat(row).hasCount(0);
    }

    @Test
    void a_long_search_says_that_it_goes_on_and_shows_at_last_what_it_found() {
        change("company", "Needle SARL");
        var page = signedIn("user");
        SlowSearch.IN_VAIN.add("needle");
        try {
            page.navigate("/records/contacts?q=needle");
            assertThat(page.getByRole(AriaRole.STATUS).getByText("Searching on …")).isVisible();
            assertThat(page.getByText("Nothing found")).isHidden();
        } finally {
            SlowSearch.IN_VAIN.clear();
        }

        assertThat(rows(page)).hasCount(1);
        assertThat(page.locator("vaadin-grid")).containsText("Needle SARL");
        assertThat(page.getByText("Searching on …")).isHidden();
    }

    @Test
    void a_view_is_saved_and_opened_again_after_a_refresh() {
        var page = list();
        page.navigate("/records/contacts?sort=-company");

        menu(page, "Save this view …");
        page.locator("vaadin-confirm-dialog").getByLabel("Name").fill("By company");
        page.locator("vaadin-confirm-dialog")
                .getByText("Save", new Locator.GetByTextOptions().setExact(true))
                .click();
        page.navigate("/records/contacts");
        menu(page, "By company");

        assertThat(page).hasURL(Pattern.compile("sort=-company"));
        var other = signedIn("supervisor", "records/contacts");
        other.getByRole(AriaRole.MENUITEM, menuNamed("Views")).click();
        assertThat(other.getByRole(AriaRole.MENUITEM, menuNamed("No saved views yet"))).isVisible();
    }

    private static void menu(Page page, String item) {
        page.getByRole(AriaRole.MENUITEM, menuNamed("Views")).click();
        page.getByRole(AriaRole.MENUITEM, menuNamed(item)).click();
    }

    private static Page.GetByRoleOptions menuNamed(String name) {
        return named(name).setExact(true);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator rows(Page page) {
        return page.locator("vaadin-grid tbody#items tr:not([hidden])");
    }

    private Page list() {
        var page = signedIn("user", "records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");
        return page;
    }
}
