package io.mergedesk.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// A test of the whole application in a real browser.
@AppTest
public abstract class AppBrowserTest extends BrowserTest {

    /// What every account of the demo signs in with.
    protected static final String PASSWORD = "demo";

    /// A page of somebody who has just signed in: `user`, `supervisor` or `admin`.
    protected Page signedIn(String account) {
        var page = newVisitor();
        page.navigate("/login");
        signIn(page, account, PASSWORD);
        assertThat(page.locator("vaadin-app-layout")).isVisible();
        return page;
    }

    /// Fills in the login form that is shown, and sends it.
    protected static void signIn(Page page, String account, String password) {
        var form = page.locator("vaadin-login-form");
        form.locator("input[name=username]").fill(account);
        form.locator("input[name=password]").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    }
}
