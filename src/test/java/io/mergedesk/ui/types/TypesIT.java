package io.mergedesk.ui.types;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypesIT extends DemoBrowserTest {

    @Test
    void an_admin_defines_a_type_and_its_fields() {
        var label = "Vehicles " + UUID.randomUUID().toString().substring(0, 4);
        var page = signedIn("admin", "types");
        assertThat(page.locator(".type-table")).containsText("Depots");
        screenshot(page, "types");

        page.getByRole(AriaRole.BUTTON, named("New type")).click();
        page.getByLabel("What they are called").fill(label);
        assertThat(page.getByLabel("Name for programs"))
                .hasValue(label.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
        screenshot(page, "types-new");
        page.getByRole(AriaRole.BUTTON, named("Create")).click();
        assertThat(page.locator("h1")).hasText(label);

        page.getByRole(AriaRole.BUTTON, named("Add field")).click();
        page.getByLabel("Label").fill("Number plate");
        page.getByLabel("Help text").fill("As on the <b>papers</b>");
        page.getByText("Unique").click();
        screenshot(page, "types-field");
        page.getByRole(AriaRole.BUTTON, named("Add field")).last().click();
        assertThat(page.locator(".field-row")).hasCount(2);
        assertThat(page.locator(".field-row b")).hasCount(0);
        page.getByRole(AriaRole.BUTTON, named("Move Number plate up")).press("Enter");
        assertThat(page.locator(".field-row").first()).containsText("Number plate");
        assertThat(page.getByRole(AriaRole.BUTTON, named("Move Number plate down"))).isFocused();
        page.getByRole(AriaRole.BUTTON, named("Save")).click();

        assertThat(page.locator(".type-bar")).containsText("Everything is saved");
        page.reload();
        assertThat(page.locator(".field-row").first()).containsText("Number plate");
    }

    @Test
    void a_large_type_is_read_at_a_glance() {
        var page = signedIn("admin", "types/depots");
        page.getByRole(AriaRole.BUTTON, named("Move Phone up")).click();
        page.getByLabel("What they are called").fill("");
        assertThat(page.locator(".type-bar")).containsText("Not saved yet");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        assertThat(page.locator(".type-notes")).containsText("see what is marked below");
        screenshot(page, "types-depots");
    }

    @Test
    void what_is_not_saved_is_back_after_a_refresh_and_after_the_next_sign_in() {
        var page = signedIn("admin", "types/depots");
        page.getByRole(AriaRole.BUTTON, named("Move Phone down")).click();
        assertThat(page.locator(".type-bar")).containsText("Not saved yet");

        page.reload();
        assertThat(page.locator(".type-notes")).containsText("are back. They are not saved yet.");
        assertThat(page.locator(".type-bar")).containsText("Not saved yet");
        page.getByLabel("What one is called").fill("Dépôt");
        assertThat(page.locator(".type-bar")).containsText("Dépôt");
        page.context().clearCookies();
        page.navigate("/types/depots");
        signIn(page, "admin", PASSWORD);

        assertThat(page.getByLabel("What one is called")).hasValue("Dépôt");
        screenshot(page, "types-draft");
        page.getByRole(AriaRole.BUTTON, named("Discard")).click();
        assertThat(page.locator(".type-bar")).containsText("Everything is saved");
        page.reload();
        assertThat(page.locator(".type-bar")).containsText("Everything is saved");
        assertThat(page.locator(".type-notes")).isEmpty();
    }

    @Test
    void what_is_typed_in_a_field_dialog_is_back_after_a_refresh_and_after_the_next_sign_in() {
        var page = signedIn("admin", "types/depots");
        page.getByRole(AriaRole.BUTTON, named("Add field")).click();
        page.getByLabel("Label").fill("Gate");
        page.getByLabel("Help text").pressSequentially("Open from");

        page.reload();
        assertThat(page.getByLabel("Label")).hasValue("Gate");
        assertThat(page.getByLabel("Name for programs")).hasValue("gate");
        assertThat(page.getByLabel("Help text")).hasValue("Open from");
        screenshot(page, "types-field-back");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        page.getByLabel("Help text").fill("Open from six");
        page.getByText("Required", exactly()).click();
        page.navigate("/types/depots");
        signIn(page, "admin", PASSWORD);

        assertThat(page.getByLabel("Help text")).hasValue("Open from six");
        assertThat(page.getByLabel("Required", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
        page.reload();
        assertThat(page.locator(".type-bar")).containsText("Everything is saved");
        assertThat(page.locator("vaadin-dialog[opened]")).hasCount(0);
    }

    @Test
    void others_do_not_find_it() {
        var page = signedIn("user", "types");

        assertThat(page.locator("h1")).containsText("There is nothing here");
        assertThat(page.locator("vaadin-side-nav-item", containing("Types"))).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
