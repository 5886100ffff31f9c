package io.mergedesk.running;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.ui.Browsers;

/// A person at the real screen, in a browser of their own: types into the forms of contacts and
/// saves, however stale these are. Belongs to one thread.
final class ScreenWriter implements AutoCloseable {

    /// Said after the save is committed: either in a toast, or by leading to the conflict.
    private static final String ACKNOWLEDGED =
            """
            () => location.pathname.includes('/conflicts/')
                || [...document.querySelectorAll('vaadin-notification-card')]
                    .some(card => card.textContent.includes('Saved'))
            """;

    private final Browsers browsers = Browsers.own();
    private final Page page;

    ScreenWriter(int port, String account) {
        page =
                browsers.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL("http://127.0.0.1:" + port))
                        .newPage();
        page.setDefaultTimeout(60_000);
        page.navigate("/login");
        var form = page.locator("vaadin-login-form");
        form.locator("input[name=username]").fill(account);
        form.locator("input[name=password]").fill("demo");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        page.locator("vaadin-app-layout").waitFor();
        page.setDefaultTimeout(10_000);
    }

    /// @return whether the screen said that it is saved, or waits at the desk
    boolean write(String contact, String phone) {
        try {
            page.navigate("/records/contacts/" + contact);
            var input = page.locator("[data-box=phone] input");
            input.fill(phone);
            page.locator("[data-box=phone].field-touched").waitFor();
            if (!input.inputValue().equals(phone)) {
                // an earlier draft came back at that moment: nobody saves what they see there
                return false;
            }
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            page.waitForFunction(ACKNOWLEDGED);
            return true;
        } catch (PlaywrightException _) {
            // the server or its database is away: nobody said that it was saved
            return false;
        }
    }

    @Override
    public void close() {
        browsers.close();
    }
}
