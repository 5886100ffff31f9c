package io.mergedesk.ui.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.mergedesk.ui.BrowserTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/// The way through an import in a real browser.
@ContextConfiguration(classes = ImportApplication.class)
class ImportIT extends BrowserTest {

    /// Takes down what the bar and the words beside it say from now on.
    private static final String WATCH_PROGRESS =
            """
            () => {
              window.progressTold = [];
              new MutationObserver(() => {
                for (const bar of document.querySelectorAll('vaadin-progress-bar')) {
                  progressTold.push(`${bar.getAttribute('role')} ${bar.getAttribute('aria-valuenow')}`);
                  progressTold.push(bar.parentElement.querySelector('[role=status]').textContent);
                }
              }).observe(document.body, {
                subtree: true, childList: true, characterData: true,
                attributes: true, attributeFilter: ['aria-valuenow'],
              });
            }
            """;

    private static final Locator.WaitForOptions PATIENTLY =
            new Locator.WaitForOptions().setTimeout(60_000);

    @Test
    void a_file_is_uploaded_checked_imported_changed_and_undone() {
        var page = newVisitor();
        page.navigate("/import");
        assertThat(page.getByText("Choose a file")).isVisible();
        screenshot(page, "import-file");

        upload(page, "guests.csv", guests("Lyon"));
        assertThat(page.locator(".import-column")).hasCount(8);
        page.locator(".import-key").click();
        page.locator("vaadin-select-item:visible").getByText("Guest no.").click();
        screenshot(page, "import-columns");
        button(page, "Check").click();
        button(page, "Import 60 rows").waitFor();
        screenshot(page, "import-check");
        button(page, "Import 60 rows").click();
        assertThat(page.locator("h2").getByText("Imported")).isVisible();
        screenshot(page, "import-result");

        page.navigate("/import?type=guests");
        upload(page, "guests again.csv", guests("Nice").replaceFirst("a9@example.org", "nobody"));
        button(page, "Check").click();
        assertThat(page.locator(".import-card del").first()).hasText("Guest 3 from Lyon");
        assertThat(page.locator(".import-card ins").first()).hasText("Guest 3 from Nice");
        assertThat(page.getByText("found “nobody”")).isVisible();
        screenshot(page, "import-changes");
        page.locator(".import-card vaadin-button[theme~='primary']").click();
        assertThat(page.getByText("Imported, but for some rows")).isVisible();
        var download = page.waitForDownload(() -> page.locator(".import-errors").click());
        assertThat(download.suggestedFilename()).isEqualTo("not-taken.csv");

        page.locator(".import-card").getByText("Undo").click();
        page.locator("vaadin-confirm-dialog vaadin-button[slot='confirm-button']").click();
        assertThat(page.locator(".import-stage")).containsText("changes reverted");
        assertThat(page.locator(".import-recent > div").first()).containsText("changes reverted");
        screenshot(page, "import-undone");
    }

    @Test
    void a_large_file_shows_how_far_its_import_is() {
        var page = newVisitor();
        page.navigate("/import");
        upload(page, "tags.csv", "No;Word\n" + lines(6_000));
        page.evaluate(WATCH_PROGRESS);
        button(page, "Check").click();
        button(page, "Import 6,000 rows").click();
        page.locator("h2").getByText("Imported").waitFor(PATIENTLY);

        var told = (List<?>) page.evaluate("() => progressTold");
        assertThat(told).anySatisfy(it -> assertThat((String) it).startsWith("progressbar 0."));
        assertThat(told).anySatisfy(it -> assertThat((String) it).matches("[\\d,]+ of 6,000 rows"));
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj("%d;word\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String guests(String city) {
        var text = new StringBuilder("Guest no.;Name;E-mail;City;Arrives;Price;Breakfast;Room\n");
        for (int i = 1; i <= 60; i++) {
            text.append(
                    "G-%03d;Guest %d from %s;a%d@example.org;%s;%02d.03.2026;%d,50 €;%s;%s\n"
                            .formatted(
                                    i,
                                    i,
                                    i % 3 == 0 ? city : "Paris",
                                    i,
                                    i % 5 == 0 ? "Ulm" : "Paris",
                                    i % 28 + 1,
                                    80 + i,
                                    i % 2 == 0 ? "yes" : "no",
                                    i % 4 == 0 ? "Suite" : "Double"));
        }
        return text.toString();
    }

    private static void upload(Page page, String name, String text) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".import-column").first()).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
