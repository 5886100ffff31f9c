package io.mergedesk.ui.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.ui.BrowserTest;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = ShellSampleApplication.class)
class ShellIT extends BrowserTest {

    private static final String HEARTBEAT =
            "() => fetch('/?v-r=heartbeat&v-uiId=0', {method: 'POST'}).then(it => it.status)";

    @Test
    void the_navigation_shows_groups_counters_and_where_one_is() {
        var page = openSample();

        var current = page.locator("vaadin-side-nav-item[current]");
        assertThat(current).hasCount(1);
        assertThat(current).containsText("Contacts");
        assertThat(current).containsText("2,104");
        assertThat(page.locator("vaadin-side-nav")).hasCount(3);
        assertThat(item(page, "Conflicts")).containsText("5 open conflicts");
        screenshot(page, "shell");
    }

    @Test
    void a_label_with_markup_is_shown_as_text() {
        var page = openSample();

        assertThat(page.locator("vaadin-side-nav-item img")).hasCount(0);
        assertThat(item(page, "<img src=x onerror=alert(1)>")).isVisible();
    }

    @Test
    void a_counter_follows_without_a_reload_and_takes_no_focus() {
        var page = openSample();
        field(page, "Name").click();

        ShellSampleApplication.DESK.count(6);

        assertThat(item(page, "Conflicts")).containsText("6 open conflicts");
        assertThat(field(page, "Name")).isFocused();
        ShellSampleApplication.DESK.count(5);
    }

    @Test
    void listening_ends_when_the_page_is_closed() {
        // the pages of other tests may still be on their way out
        Awaitility.await().until(() -> ShellSampleApplication.DESK.listeners.isEmpty());
        var page = openSample();
        assertThat(ShellSampleApplication.DESK.listeners).isNotEmpty();

        page.close();

        Awaitility.await().until(() -> ShellSampleApplication.DESK.listeners.isEmpty());
    }

    @Test
    void a_session_that_is_idle_ends_although_its_open_page_keeps_sending_heartbeats() {
        var page = newVisitor();
        page.navigate("/samples/contacts?idle=2");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.evaluate(HEARTBEAT)).isEqualTo(200);

        page.waitForCondition(() -> page.evaluate(HEARTBEAT).equals(403));
    }

    @Test
    void slash_leads_to_the_search_but_not_while_typing() {
        var page = openSample();
        field(page, "Name").click();
        page.keyboard().type("a/b?");
        assertThat(field(page, "Name")).hasValue("a/b?");

        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type("lyon");
        page.keyboard().press("Enter");

        Awaitility.await().until(() -> ShellSampleApplication.SEARCHED.contains("lyon"));
        assertThat(ShellSampleApplication.SEARCHED).isEqualTo(List.of("lyon"));
    }

    @Test
    void a_question_mark_lists_the_keys_of_the_shell_and_of_the_screen() {
        var page = openSample();
        page.locator("h1").click();

        page.keyboard().press("?");

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Go to the search");
        assertThat(dialog).containsText("History of the record");
        screenshot(page, "shortcuts");
    }

    @Test
    void dark_stays_dark_after_a_refresh() {
        var page = openSample();
        page.locator(".account-menu vaadin-menu-bar-button").first().click();
        screenshotOfMenu(page, "account-menu");
        page.getByRole(AriaRole.MENUITEM, named("Appearance")).hover();
        page.getByRole(AriaRole.MENUITEM, named("Dark")).click();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");

        page.reload();

        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
    }

    @Test
    void a_lost_connection_is_told_calmly_and_its_return_too() {
        var page = openSample();
        field(page, "Name").click();

        page.context().setOffline(true);

        var banner = page.locator(".connection-banner");
        assertThat(banner).hasText("Connection lost. Your typing is kept.");
        assertThat(page.locator("[data-live]")).hasText("Offline");
        assertThat(field(page, "Name")).isFocused();
        screenshot(page, "connection-lost");

        page.context().setOffline(false);

        assertThat(page.locator("[data-live]")).hasText("Live");
        assertThat(banner).hasText("");
    }

    @Test
    void what_was_typed_survives_a_refresh_until_the_server_has_it() {
        var page = openSample();
        field(page, "Name").fill("Northwind");
        field(page, "Status").click();
        page.getByRole(AriaRole.OPTION, named("Paused")).click();

        page.reload();

        assertThat(page.locator("#left-over")).hasText("{name=Northwind, status=Paused}");

        field(page, "Name").fill("Northwind depot");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        page.waitForFunction("() => !Object.keys(localStorage).some(key => key.endsWith('name'))");
        page.reload();

        assertThat(page.locator("#left-over")).hasText("{status=Paused}");
    }

    @Test
    void signing_out_names_what_is_not_saved_and_then_wipes_it() {
        var page = openSample();
        field(page, "Name").fill("Northwind");

        page.locator(".account-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, named("Sign out")).click();
        var dialog = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("One record has text that is not saved.");
        screenshot(page, "sign-out");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
                .click();

        page.waitForURL("**/signed-out.html");
        assertThat(
                        page.evaluate(
                                "Object.keys(localStorage).filter(k => k.includes('draft')).length"))
                .isEqualTo(0);
    }

    @Test
    void an_unknown_address_is_told_in_plain_words_inside_the_frame() {
        var page = newVisitor();

        page.navigate("/samples/contacts/none/such");

        assertThat(page.locator("h1"))
                .hasText("There is nothing here, or it is not shared with you");
        assertThat(page.locator("vaadin-side-nav").first()).isVisible();
        screenshot(page, "nothing-here");
    }

    @Test
    void an_unexpected_error_shows_a_number_and_no_detail() {
        var page = openSample();

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Break")).click();

        var told = page.locator("vaadin-notification-card");
        assertThat(told).containsText("Something went wrong on our side");
        assertThat(told.innerText()).containsPattern("Error [0-9a-f]{8}").doesNotContain("secret");
        screenshot(page, "unexpected-error");
    }

    @Test
    void a_screen_that_cannot_be_shown_says_so_without_detail() {
        var page = newVisitor();

        page.navigate("/broken");

        assertThat(page.locator("h1")).hasText("Something went wrong on our side");
        assertThat(page.locator("body").innerText())
                .containsPattern("number: [0-9a-f]{8}")
                .doesNotContain("secret");
        screenshot(page, "broken");
    }

    @Test
    void the_skip_link_leads_past_the_navigation() {
        var page = openSample();

        page.locator(".skip-link").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#main")).isFocused();
    }

    @Test
    void the_bare_address_leads_to_the_first_entry() {
        var page = newVisitor();

        page.navigate("/");

        page.waitForURL("**/samples/contacts");
        assertThat(page.locator("h1")).hasText("Contacts");
    }

    @Test
    void on_a_phone_the_navigation_is_a_drawer() {
        var page = newVisitor();
        page.setViewportSize(390, 844);
        page.navigate("/samples/contacts");
        assertThat(page.locator("h1")).hasText("Contacts");
        assertThat(item(page, "Conflicts")).not().isInViewport();

        page.locator("vaadin-drawer-toggle").click();

        assertThat(item(page, "Conflicts")).isInViewport();
        screenshotOfPhone(page, "drawer");
    }

    private Page openSample() {
        var page = newVisitor();
        page.navigate("/samples/contacts");
        assertThat(page.locator("h1")).hasText("Contacts");
        assertThat(page.locator("html")).hasAttribute("data-connection", "live");
        return page;
    }

    private static Locator item(Page page, String label) {
        return page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText(label));
    }

    private static Locator field(Page page, String label) {
        return page.locator("[data-field]")
                .and(page.locator(":has(> label:text-is('" + label + "'))"))
                .locator("input");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void screenshotOfPhone(Page page, String name) {
        page.waitForFunction(
                "() => document.querySelector('vaadin-side-nav').getBoundingClientRect().x >= 0");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                java.nio.file.Path.of("target", "screenshots", name + "-390.png")));
    }
}
