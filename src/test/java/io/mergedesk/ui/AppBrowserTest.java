package io.mergedesk.ui;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.regex.Pattern;

/// A test of the whole application in a real browser.
@AppTest
public abstract class AppBrowserTest extends BrowserTest {

    /// What every account of the demo signs in with.
    protected static final String PASSWORD = "demo";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*content=\"([^\"]+)");

    /// A page of somebody who has signed in (`user`, `supervisor` or `admin`), where they come to
    /// first.
    protected Page signedIn(String account) {
        return signedIn(account, "");
    }

    /// The same at that path, without a slash before it. Signs in without the login page, which has
    /// tests of its own.
    protected Page signedIn(String account, String path) {
        return signedIn(newVisitor(), account, path);
    }

    /// The same for a visitor who is there.
    protected static Page signedIn(Page page, String account, String path) {
        var requests = page.context().request();
        var token = TOKEN.matcher(requests.get("/login").text());
        if (!token.find()) {
            throw new AssertionError("expected a token against forged requests in the page");
        }
        var form =
                FormData.create()
                        .set("username", account)
                        .set("password", PASSWORD)
                        .set("_csrf", token.group(1));
        requests.post("/login", RequestOptions.create().setForm(form).setMaxRedirects(0));
        page.navigate("/" + path);
        // the first page of a run takes its time on a busy machine
        page.locator("vaadin-app-layout").waitFor();
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
