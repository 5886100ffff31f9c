package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The list and the form on a small screen, and for people who do not see it.
class RecordsForEverybodyIT extends RecordsBrowserTest {

    private static final String TOO_WIDE =
            """
            () => ['html', '.records-page', '.record-form', '.form-fields', '.form-head']
              .map(one => document.querySelector(one))
              .filter(one => one && one.clientWidth && one.scrollWidth > one.clientWidth + 1)
              .map(one => one.className + ' ' + one.scrollWidth + ' in ' + one.clientWidth)
            """;

    @Test
    void a_phone_shows_the_list_without_scrolling_sideways() {
        var page = signedIn("user");
        page.setViewportSize(390, 844);
        page.navigate("/records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");

        assertThat(page.locator("vaadin-grid .row-rest").first()).isVisible();
        assertThat(tooWide(page)).isEmpty();
        screenshot(page, "records-list");
    }

    @Test
    void a_phone_shows_the_form_without_scrolling_sideways() {
        var page = open("user");
        page.setViewportSize(390, 844);
        page.reload();
        type(page, "phone", "3");
        change("phone", "2");
        assertThat(box(page, "phone")).containsText("also changed by");

        assertThat(tooWide(page)).isEmpty();
        assertThat(
                        (Boolean)
                                box(page, "phone")
                                        .locator(".field-mark .badge")
                                        .evaluate("it => it.scrollWidth <= it.clientWidth"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void list_and_form_have_no_serious_barriers(ColorScheme scheme) {
        var page = open("user");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.reload();
        type(page, "phone", "3");
        change("phone", "2", "company", "Theirs");
        assertThat(box(page, "phone")).containsText("also changed by");
        assertNoSeriousAxeViolations(page);

        page.navigate("/records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");
        assertNoSeriousAxeViolations(page);
    }

    private static List<?> tooWide(Page page) {
        return (List<?>) page.evaluate(TOO_WIDE);
    }
}
