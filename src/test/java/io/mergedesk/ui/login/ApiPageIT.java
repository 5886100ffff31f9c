package io.mergedesk.ui.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.mergedesk.ui.AppBrowserTest;
import org.junit.jupiter.api.Test;

/// The readable page of the API, in a real browser.
class ApiPageIT extends AppBrowserTest {

    @Test
    void whoever_is_signed_in_reads_the_api() {
        var page = signedIn("user");

        page.navigate("/swagger-ui/index.html");

        assertThat(page.locator("#swagger-ui .info h1, #swagger-ui .info h2").first())
                .containsText("Mergedesk", new ContainsTextOptions().setTimeout(30_000));
        assertThat(page.locator(".opblock").first()).isVisible();
    }

    @Test
    void a_stranger_is_led_to_the_login() {
        var page = newVisitor();

        page.navigate("/swagger-ui/index.html");

        page.waitForURL("**/login");
    }
}
