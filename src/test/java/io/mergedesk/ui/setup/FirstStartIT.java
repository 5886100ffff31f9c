package io.mergedesk.ui.setup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mergedesk.ui.AppBrowserTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/// The first start in production: no account, one way in.
@ExtendWith(OutputCaptureExtension.class)
@ActiveProfiles(profiles = "production", inheritProfiles = false)
@DirtiesContext
class FirstStartIT extends AppBrowserTest {

    private static final Pattern CODE = Pattern.compile("works once\\): (\\S+)");

    @Test
    void who_reads_the_log_becomes_the_first_admin_and_nobody_after(CapturedOutput log) {
        var code = code(log);
        var page = newVisitor();
        page.navigate("/people");
        page.waitForURL("**/setup");
        assertThat(page.getByLabel("Code from the log")).isFocused();
        screenshot(page, "setup");

        fill(page, "wrong-wrong-wrong-wrong");
        assertThat(page.locator(".setup-form"))
                .containsText("Expected the code printed in the server's log");
        assertThat(page.getByLabel("Code from the log")).isFocused();
        screenshot(page, "setup-wrong");

        fill(page, code);
        page.waitForURL("**/login?created");
        assertThat(page.locator(".login-notice[role=status]"))
                .containsText("The first admin is ready");
        assertThat(page.locator(".login-demo")).hasCount(0);
        signIn(page, "ada", "four small words here");
        assertThat(page.locator(".account-menu")).isVisible();

        var next = newVisitor();
        next.navigate("/setup");
        next.waitForURL("**/login");
        assertThat(next.getByLabel("Code from the log")).hasCount(0);
        assertThat(log.getAll().split(Pattern.quote(code), -1)).hasSize(2);
    }

    private static void fill(Page page, String code) {
        page.getByLabel("Code from the log").fill(code);
        page.getByLabel("Your name").fill("Ada Admin");
        page.getByLabel("Account name").fill("ada");
        page.locator("input[type=password]").fill("four small words here");
        page.keyboard().press("Enter");
    }

    private static String code(CapturedOutput log) {
        var found = CODE.matcher(log.getAll());
        assertThat(found.find()).as("a code in the log").isTrue();
        return found.group(1);
    }
}
