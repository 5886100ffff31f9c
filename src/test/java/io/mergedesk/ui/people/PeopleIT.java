package io.mergedesk.ui.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.ui.AppBrowserTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// People and teams, as an admin sees them in a real browser.
class PeopleIT extends AppBrowserTest {

    private final String account = "p" + UUID.randomUUID();
    private final String name = "Petra " + account.substring(1, 7);

    @Test
    void a_person_added_here_signs_in_with_the_password_shown_once() {
        var admin = people();

        var password = add(admin);

        assertThat(row(admin)).hasCount(1);
        screenshot(admin, "people");
        var petra = newVisitor();
        petra.navigate("/account");
        signIn(petra, account, password);
        assertThat(petra.locator(".account-facts")).containsText(name);
    }

    @Test
    void what_is_missing_is_said_at_its_field_and_gets_the_focus() {
        var admin = people();
        admin.getByRole(AriaRole.BUTTON, named("Add person")).click();
        var dialog = admin.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByLabel("Name", exactly())).isFocused();
        screenshot(admin, "people-add");

        dialog.getByLabel("Name", exactly()).fill("Petra");
        dialog.getByLabel("Account name").fill("no blanks here");
        admin.keyboard().press("Enter");

        assertThat(dialog).containsText("Expected letters, digits, . _ @ or -, 1 to 63 characters");
        assertThat(dialog.getByLabel("Account name")).isFocused();
    }

    @Test
    void another_name_and_role_hold_at_once() {
        var admin = people();
        add(admin);

        choose(admin, "Edit…");
        var dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name", exactly()).fill(name + " Paul");
        dialog.getByLabel("supervisor").check();
        dialog.getByRole(AriaRole.BUTTON, in("Save")).click();

        assertThat(row(admin)).containsText(name + " Paul");
        assertThat(admin.locator("vaadin-grid")).containsText("supervisor");
    }

    @Test
    void somebody_disabled_is_marked_and_may_be_enabled_again() {
        var admin = people();
        add(admin);

        choose(admin, "Disable…");
        var question = admin.getByRole(AriaRole.ALERTDIALOG);
        screenshot(admin, "people-disable");
        question.getByRole(AriaRole.BUTTON, in("Disable")).click();

        assertThat(row(admin)).containsText("disabled");
        choose(admin, "Enable");
        assertThat(row(admin)).not().containsText("disabled");
    }

    @Test
    void a_password_that_is_reset_is_shown_once_and_ends_open_sessions() {
        var admin = people();
        var first = add(admin);
        var petra = newVisitor();
        petra.navigate("/account");
        signIn(petra, account, first);
        assertThat(petra.locator("h1")).hasText("Your account");

        choose(admin, "Reset password…");
        admin.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, in("Reset password"))
                .click();
        var second = noted(admin);

        petra.reload();
        petra.waitForURL("**/login?expired");
        signIn(petra, account, second);
        assertThat(petra.locator("h1")).hasText("Your account");
    }

    @Test
    void an_admin_sees_and_revokes_the_tokens_of_others_but_makes_none() {
        var admin = people();
        var password = add(admin);
        var petra = newVisitor();
        petra.navigate("/account");
        signIn(petra, account, password);
        petra.getByLabel("Name of a new token").fill("robot");
        petra.keyboard().press("Enter");
        noted(petra);

        choose(admin, "Tokens…");
        var dialog = admin.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("robot");
        assertThat(dialog.getByLabel("Name of a new token")).hasCount(0);
        assertNoSeriousAxeViolations(admin);
        admin.getByRole(AriaRole.BUTTON, named("Revoke the token robot")).click();
        admin.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON, in("Revoke")).click();

        assertThat(dialog).containsText("No tokens yet.");
    }

    @Test
    void a_team_is_made_gets_a_member_and_shows_its_people() {
        var admin = people();
        var team = "t" + account.substring(1, 9);
        admin.getByLabel("New team").fill(team);
        admin.keyboard().press("Enter");
        var button = admin.locator(".team", new Page.LocatorOptions().setHasText(team));
        assertThat(button).containsText("0 members");
        add(admin);
        giveTeam(admin, team);

        assertThat(button).containsText("1 member");
        assertThat(button).containsText(name);
        button.click();

        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(admin.locator(".people-name >> visible=true")).hasCount(1);
        screenshot(admin, "people-team");
    }

    @Test
    void a_team_is_called_something_else_and_deleted_once_nobody_is_in_it() {
        var admin = people();
        var team = "t" + account.substring(1, 9);
        admin.getByLabel("New team").fill(team);
        admin.keyboard().press("Enter");
        var button = admin.locator(".team", new Page.LocatorOptions().setHasText("Quai " + team));

        actOn(admin, team, "Rename…");
        screenshot(admin, "people-team-rename");
        admin.getByLabel("What the team is called").fill("Quai " + team);
        admin.keyboard().press("Enter");
        assertThat(button).containsText("0 members");

        add(admin);
        giveTeam(admin, "Quai " + team);
        assertThat(button).containsText("1 member");
        actOn(admin, "Quai " + team, "Delete…");
        screenshot(admin, "people-team-delete");
        admin.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON, in("Delete")).click();
        assertThat(admin.locator("vaadin-notification-card"))
                .containsText("was not deleted: 1 person is in it. Take them out first");

        giveTeam(admin, "Quai " + team);
        assertThat(button).containsText("0 members");
        actOn(admin, "Quai " + team, "Delete…");
        admin.getByRole(AriaRole.ALERTDIALOG).getByRole(AriaRole.BUTTON, in("Delete")).click();
        assertThat(button).hasCount(0);
    }

    @Test
    void a_name_with_markup_is_shown_as_text() {
        var admin = people();
        add(admin, "<img src=x onerror=alert(1)>");

        assertThat(row(admin)).containsText("<img src=x onerror=alert(1)>");
        assertThat(admin.locator("img[src=x]")).hasCount(0);
    }

    @Test
    void an_office_user_gets_no_people_and_no_way_to_them() {
        for (var other : new String[] {"user", "supervisor"}) {
            var page = signedIn(other);
            assertThat(page.locator("vaadin-side-nav-item").getByText("People")).hasCount(0);

            page.navigate("/people");

            assertThat(page.locator("h1"))
                    .hasText("There is nothing here, or it is not shared with you");
            assertThat(page.locator("vaadin-grid")).hasCount(0);
        }
    }

    private Page people() {
        var page = signedIn("admin", "people");
        assertThat(page.locator("h1")).hasText("People");
        return page;
    }

    private String add(Page admin) {
        return add(admin, name);
    }

    private String add(Page admin, String called) {
        admin.getByRole(AriaRole.BUTTON, named("Add person")).click();
        var dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name", exactly()).fill(called);
        dialog.getByLabel("Account name").fill(account);
        admin.keyboard().press("Enter");
        var password = noted(admin);
        admin.getByLabel("Find a person").fill(account);
        assertThat(admin.locator(".people-name >> visible=true")).hasCount(1);
        return password;
    }

    private static String noted(Page page) {
        var secret = page.locator(".secret-text input");
        assertThat(secret).not().hasValue("");
        var shown = secret.inputValue();
        page.getByRole(AriaRole.BUTTON, named("I have noted it")).click();
        assertThat(secret).hasCount(0);
        return shown;
    }

    private Locator row(Page admin) {
        return admin.locator(
                ".people-who >> visible=true", new Page.LocatorOptions().setHasText(account));
    }

    private void choose(Page admin, String action) {
        admin.getByRole(AriaRole.BUTTON, named("What to do with ")).click();
        admin.getByRole(AriaRole.MENUITEM, named(action)).click();
    }

    private static void actOn(Page admin, String team, String action) {
        admin.getByRole(AriaRole.BUTTON, named("Actions of the team " + team).setExact(true))
                .click();
        admin.getByRole(AriaRole.MENUITEM, named(action)).click();
    }

    /// Puts the person into the team, or takes them out.
    private void giveTeam(Page admin, String team) {
        choose(admin, "Edit…");
        var dialog = admin.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Teams").click();
        admin.getByRole(AriaRole.OPTION, named(team)).click();
        admin.keyboard().press("Escape");
        dialog.getByRole(AriaRole.BUTTON, in("Save")).click();
        assertThat(dialog).hasCount(0);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions in(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }
}
