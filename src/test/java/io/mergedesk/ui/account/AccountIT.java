package io.mergedesk.ui.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleService;
import io.mergedesk.ui.AppBrowserTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// One's own account, in a real browser.
class AccountIT extends AppBrowserTest {

    private static final String FIRST = "correct horse battery staple";
    private static final String SECOND = "another four small words";

    @Autowired private PeopleService people;

    private final String account = "p" + UUID.randomUUID();

    @Test
    void the_menu_leads_to_the_account_which_says_who_one_is() {
        var page = signedIn("user");

        page.locator(".account-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, named("Your account")).click();

        page.waitForURL("**/account");
        assertThat(page.locator(".account-facts")).containsText("Uma User");
        screenshot(page, "account");
    }

    @Test
    void changing_the_password_keeps_this_session_and_ends_the_others() {
        var here = open();
        var elsewhere = open(newVisitor());

        here.getByLabel("Current password").fill(FIRST);
        here.getByLabel("New password").fill(SECOND);
        here.keyboard().press("Enter");

        assertThat(here.locator(".note-ok"))
                .hasText("Your password is changed. Sessions elsewhere have ended.");
        assertThat(here.getByLabel("Current password")).hasValue("");
        here.reload();
        assertThat(here.locator("h1")).hasText("Your account");
        elsewhere.reload();
        elsewhere.waitForURL("**/login?expired");
        signIn(elsewhere, account, FIRST);
        assertThat(elsewhere.getByRole(AriaRole.ALERT)).containsText("That did not match");
        signIn(elsewhere, account, SECOND);
        assertThat(elsewhere.locator("h1")).hasText("Your account");
    }

    @Test
    void a_wrong_current_password_and_a_weak_new_one_are_said_at_their_fields() {
        var page = open();
        page.getByLabel("Current password").fill("not it");
        page.getByLabel("New password").fill(SECOND);
        page.getByRole(AriaRole.BUTTON, named("Change password")).click();
        assertThat(error(page, "Current password")).hasText("Expected your password of now");
        assertThat(page.getByLabel("Current password")).isFocused();

        page.getByLabel("Current password").fill(FIRST);
        page.getByLabel("New password").fill("password1");
        page.getByRole(AriaRole.BUTTON, named("Change password")).click();

        assertThat(error(page, "New password")).containsText("not among the commonest");
        screenshot(page, "account-refused");
    }

    @Test
    void a_token_is_shown_once_works_and_is_revoked() {
        var page = open();
        page.getByLabel("Name of a new token").fill("nightly export");
        page.keyboard().press("Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        var secret = dialog.locator("input").inputValue();
        assertThat(secret).startsWith("md_");
        screenshot(page, "token");
        page.getByRole(AriaRole.BUTTON, named("I have noted it")).click();

        assertThat(status(page, secret)).isEqualTo(200);
        page.reload();
        assertThat(page.locator(".token-list")).containsText("nightly export");
        assertThat(page.locator("body")).not().containsText(secret);
        page.getByRole(AriaRole.BUTTON, named("Revoke the token nightly export")).click();
        page.getByRole(AriaRole.ALERTDIALOG)
                .getByText(
                        "Revoke",
                        new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true))
                .click();

        assertThat(page.locator(".tokens")).containsText("No tokens yet.");
        assertThat(status(page, secret)).isEqualTo(401);
    }

    @Test
    void a_token_needs_a_name() {
        var page = open();

        page.getByRole(AriaRole.BUTTON, named("Make token")).click();

        assertThat(error(page, "Name of a new token")).hasText("Expected 1 to 120 characters");
    }

    private Page open() {
        people.create(
                new Actor(new UserId("admin"), Role.ADMIN, Set.of()),
                new NewPerson(account, "Ana", Role.USER, Set.<TeamId>of(), FIRST));
        return open(newVisitor());
    }

    private Page open(Page page) {
        page.navigate("/account");
        signIn(page, account, FIRST);
        assertThat(page.locator("h1")).hasText("Your account");
        return page;
    }

    private static int status(Page page, String token) {
        return page.request()
                .get(
                        "/api/v1/types",
                        RequestOptions.create().setHeader("Authorization", "Bearer " + token))
                .status();
    }

    private static com.microsoft.playwright.Locator error(Page page, String label) {
        return page.locator(
                        "vaadin-text-field, vaadin-password-field",
                        new Page.LocatorOptions()
                                .setHas(
                                        page.getByText(
                                                label, new Page.GetByTextOptions().setExact(true))))
                .locator("[slot=error-message]");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
