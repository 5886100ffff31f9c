package io.mergedesk.ui.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.OpenSessions;
import io.mergedesk.security.PeopleService;
import io.mergedesk.ui.AppBrowserTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Signing in and out with a real browser.
class SigningInIT extends AppBrowserTest {

    private static final String LONG_PASSWORD = "correct horse battery staple";
    private static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());

    @Autowired private PeopleService people;
    @Autowired private OpenSessions sessions;

    @Test
    void one_click_fills_in_an_account_of_the_demo_and_the_keyboard_does_the_rest() {
        var page = login();
        screenshot(page, "login");

        page.getByRole(AriaRole.BUTTON, named("Fill in the account supervisor")).click();
        assertThat(page.locator("input[name=username]")).hasValue("supervisor");
        assertThat(page.locator("input[name=password]")).isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator(".account-menu")).isVisible();
        assertThat(page.locator(".account-menu").getByLabel("Account: Sven Supervisor"))
                .isVisible();
    }

    @Test
    void the_keyboard_alone_signs_in() {
        var page = login();
        assertThat(page.locator("input[name=username]")).isFocused();

        page.keyboard().type("user");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");

        assertThat(page.locator(".account-menu")).isVisible();
    }

    @Test
    void whoever_was_on_the_way_somewhere_gets_there_whatever_becomes_of_the_session() {
        var page = newVisitor();
        page.navigate("/types/contacts");
        assertThat(page.locator("vaadin-login-form")).isVisible();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        signIn(page, "admin", PASSWORD);

        assertThat(page.locator("h1")).containsText("Contacts");
    }

    @Test
    void a_wrong_password_is_said_aloud_above_the_form() {
        var page = login();

        signIn(page, person(), "wrong");

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("That did not match");
        screenshot(page, "login-wrong");
    }

    @Test
    void empty_fields_are_asked_for_beside_them() {
        var page = login();

        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();

        assertThat(page.locator("vaadin-text-field [slot=error-message]"))
                .hasText("Enter your account name");
    }

    @Test
    void after_many_wrong_passwords_the_form_says_how_long_to_wait() {
        var page = login();
        var account = person();

        for (var attempt = 0; attempt < 12 && !page.url().contains("?wait="); attempt++) {
            page.navigate("/login");
            signIn(page, account, "wrong");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
        }

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many attempts");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please wait");
        screenshot(page, "login-wait");
    }

    @Test
    void a_link_that_was_sent_to_somebody_opens_after_the_login() {
        var page = newVisitor();

        page.navigate("/account?from=mail");
        page.waitForURL("**/login");
        signIn(page, "user", PASSWORD);

        assertThat(page.locator("h1")).hasText("Your account");
        assertThat(page.url()).contains("/account?from=mail");
    }

    @Test
    void who_signs_out_is_out_and_stays_out_after_going_back() {
        var page = signedIn("user", "account");
        page.locator(".account-menu vaadin-menu-bar-button").first().click();
        page.getByRole(AriaRole.MENUITEM, named("Sign out")).click();

        page.waitForURL("**/login");
        page.navigate("/account");

        page.waitForURL("**/login");
        assertThat(page.locator("vaadin-login-form")).isVisible();
    }

    @Test
    void a_session_that_ended_is_said_on_the_open_page_and_a_click_leads_to_the_login() {
        var account = person();
        var page = newVisitor();
        page.navigate("/account");
        signIn(page, account, LONG_PASSWORD);
        assertThat(page.locator("h1")).hasText("Your account");

        sessions.endAll(new UserId(account));
        page.getByRole(AriaRole.BUTTON, named("Change password")).click();

        var told = page.locator(".v-system-error");
        assertThat(told).containsText("Your session has ended.");
        screenshot(page, "session-ended");
        told.click();
        page.waitForURL("**/login?expired");
        assertThat(page.locator(".login-notice[role=status]"))
                .containsText("Your session has ended");
        signIn(page, account, LONG_PASSWORD);
        assertThat(page.locator("h1")).hasText("Your account");
    }

    @Test
    void somebody_disabled_is_out_at_the_next_click_and_told_so_at_the_login() {
        var account = person();
        var page = newVisitor();
        page.navigate("/account");
        signIn(page, account, LONG_PASSWORD);
        assertThat(page.locator("h1")).hasText("Your account");

        people.disable(ADMIN, new UserId(account));
        page.getByRole(AriaRole.BUTTON, named("Make token")).click();

        page.locator(".v-system-error").click();
        page.waitForURL("**/login?expired");
        signIn(page, account, LONG_PASSWORD);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("This account is disabled");
        assertThat(page.locator(".account-menu")).hasCount(0);
    }

    @Test
    void who_is_signed_in_already_does_not_see_the_login_page() {
        var page = signedIn("user", "login");

        assertThat(page.locator(".account-menu")).isVisible();
        page.waitForURL(address -> !address.contains("login"));
    }

    private Page login() {
        var page = newVisitor();
        page.navigate("/login");
        assertThat(page.locator("vaadin-login-form")).isVisible();
        return page;
    }

    private String person() {
        var account = "p" + UUID.randomUUID();
        people.create(ADMIN, new NewPerson(account, "Ana", Role.USER, Set.of(), LONG_PASSWORD));
        return account;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
