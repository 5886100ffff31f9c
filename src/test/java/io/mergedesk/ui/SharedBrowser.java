package io.mergedesk.ui;

import static java.util.Objects.requireNonNull;

import com.microsoft.playwright.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Hands the browser of this run to each test.
final class SharedBrowser implements BeforeEachCallback {

    private @Nullable Browser browser;

    @Override
    public void beforeEach(ExtensionContext context) {
        browser = Browsers.of(context);
    }

    Browser get() {
        return requireNonNull(browser, "the browser is there once a test has begun");
    }
}
