package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Markup and formulas in every text field are text on every screen.
class HostileTextIT extends RecordsBrowserTest {

    private static final List<String> FIELDS =
            List.of("name", "company", "phone", "city", "street", "postcode", "notes");
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String FORMULA = "=HYPERLINK(\"//evil.test\")";

    private final List<String> dialogs = new ArrayList<>();

    @Test
    void markup_is_text_in_list_form_and_history() {
        showsAsText(MARKUP, "onerror");
    }

    @Test
    void a_formula_is_text_in_list_form_and_history() {
        showsAsText(FORMULA, "HYPERLINK");
    }

    @Test
    void markup_and_formulas_are_text_in_the_preview_of_an_import() {
        var page = watched();
        page.navigate("/import?type=contacts");
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(
                        new FilePayload(
                                "contacts.csv",
                                "text/csv",
                                ("Name;Company;City\n" + MARKUP + ";Depot;=1+1\n")
                                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".import-page")).containsText(MARKUP);
        page.getByRole(AriaRole.BUTTON, named("Check").setExact(true)).click();

        assertThat(page.getByRole(AriaRole.BUTTON, named("Import 1 row"))).isVisible();
        assertThat(page.locator(".import-page")).containsText(MARKUP);
        assertThat(page.locator(".import-page")).containsText("=1+1");
        assertNothingRan(page);
    }

    private void showsAsText(String text, String word) {
        var all = new ArrayList<String>();
        FIELDS.forEach(field -> all.addAll(List.of(field, text + " " + field)));
        change(all.toArray(String[]::new));
        var page = watched();

        page.navigate("/records/contacts/" + contact.id() + "?q=" + word);

        assertThat(page.locator(".form-title h2")).hasText(text + " name");
        for (var field : FIELDS) {
            assertThat(box(page, field).locator("input, textarea").first())
                    .hasValue(text + " " + field);
        }
        assertThat(page.locator("vaadin-grid")).containsText(text + " name");
        assertThat(page.locator("vaadin-grid")).containsText(text + " company");
        assertNothingRan(page);

        page.navigate("/records/contacts/" + contact.id() + "/history");

        assertThat(page.locator("h1")).containsText(text + " name");
        assertThat(page.locator(".history-page")).containsText(text + " notes");
        assertNothingRan(page);
    }

    private Page watched() {
        var page = signedIn("user");
        page.onDialog(dialog -> {
            dialogs.add(dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void assertNothingRan(Page page) {
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.locator("a[href*='evil.test']")).hasCount(0);
        assertThat(dialogs).isEmpty();
    }
}
