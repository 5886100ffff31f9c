package io.mergedesk.ui;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One real Chromium for all browser tests of a run; closed when the run ends.
public final class Browsers implements AutoCloseable {

    private static final ExtensionContext.Namespace ROOM =
            ExtensionContext.Namespace.create(Browsers.class);

    static {
        // a machine that is busy with other tests answers late
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));

    private Browsers() {}

    /// One for a test that closes it itself.
    public static Browsers own() {
        return new Browsers();
    }

    public Browser browser() {
        return browser;
    }

    static Browser of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ROOM)
                .computeIfAbsent(Browsers.class, _ -> new Browsers(), Browsers.class)
                .browser;
    }

    private static Path executable() {
        var told = System.getenv("CHROMIUM");
        return Path.of(told == null ? "/usr/bin/chromium" : told);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
