package io.mergedesk.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;

/// One person's browser with the list of contacts open, which notes when it shows what.
final class LivePage implements AutoCloseable {

    static final String MARK = "live-";

    /// Notes, by number, the first moment each marked value stands in the page, in milliseconds
    /// since 1970.
    private static final String WATCH =
            """
            () => {
              window.arrived = {};
              new MutationObserver(mutations => {
                const now = performance.timeOrigin + performance.now();
                for (const mutation of mutations) {
                  for (const found of (mutation.target.textContent ?? '').matchAll(/live-(\\d+)/g)) {
                    window.arrived[found[1]] ??= now;
                  }
                }
              }).observe(document.body, { subtree: true, childList: true, characterData: true });
            }
            """;

    private final BrowserContext context;
    private final Page page;

    LivePage(Browser browser, String address, String path) {
        context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address));
        context.setDefaultTimeout(60_000);
        page = context.newPage();
        page.navigate("/login");
        page.locator("input[name=username]").fill("user");
        page.locator("input[name=password]").fill(RunningDemo.PASSWORD);
        page.locator("vaadin-login-form vaadin-button[slot=submit]").click();
        page.waitForURL("**/records/**");
        page.navigate(path);
        page.locator("vaadin-grid vaadin-grid-cell-content").first().waitFor();
        page.locator("html[data-connection=live]").waitFor();
        page.evaluate(WATCH);
    }

    /// Returns once the marked value of that number was shown.
    void awaitArrival(int number) {
        page.waitForFunction("number => window.arrived[number] !== undefined", number);
    }

    /// When each marked value was shown, by its number.
    @SuppressWarnings("unchecked") // numbers by text, as WATCH makes them
    Map<String, Number> arrived() {
        return (Map<String, Number>) page.evaluate("() => window.arrived");
    }

    @Override
    public void close() {
        context.close();
    }
}
