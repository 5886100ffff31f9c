package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever types and acts at once loses nothing: what the browser has not sent yet goes first.
class SaveAtOnceIT extends RecordsBrowserTest {

    private static final Pattern SAVED = Pattern.compile("/records/[a-z]+/[0-9a-f-]{36}");

    static Stream<Named<Consumer<Page>>> waysToSave() {
        return Stream.of(
                Named.of("by the button", RecordsBrowserTest::save),
                Named.of("by keys", page -> page.keyboard().press("Control+s")));
    }

    @ParameterizedTest
    @MethodSource("waysToSave")
    void a_new_record_has_all_that_was_typed(Consumer<Page> save) {
        var page = openNew();
        type(input(page, "name"), "Cold box");
        type(input(page, "hours"), "1200");
        type(input(page, "price").first(), "90");
        type(box(page, "remarks").locator("textarea"), "New seal");

        save.accept(page);

        assertCreated(page);
        assertThat(stored("name")).isEqualTo("Cold box");
        assertThat(stored("hours")).isEqualTo("1200");
        assertThat(stored("price")).isEqualTo("90.00 EUR");
        assertThat(stored("remarks")).isEqualTo("New seal");
    }

    @ParameterizedTest
    @MethodSource("waysToSave")
    void a_record_has_all_that_was_typed(Consumer<Page> save) {
        var page = open("user");
        type(input(page, "company"), "New SARL");
        type(input(page, "phone"), "+33 4");
        type(box(page, "notes").locator("textarea"), "Ring twice");

        save.accept(page);

        assertThat(toast(page)).containsText("Saved");
        assertThat(stored("company")).isEqualTo("New SARL");
        assertThat(stored("phone")).isEqualTo("+33 4");
        assertThat(stored("notes")).isEqualTo("Ring twice");
    }

    @ParameterizedTest
    @MethodSource("waysToSave")
    void what_an_input_method_typed_is_saved(Consumer<Page> save) {
        var page = openNew();
        compose(input(page, "name"), "Kühlbox");
        compose(input(page, "hours"), "1200");
        compose(input(page, "price").first(), "90");
        compose(box(page, "remarks").locator("textarea"), "Neue Dichtung");

        save.accept(page);

        assertCreated(page);
        assertThat(stored("name")).isEqualTo("Kühlbox");
        assertThat(stored("hours")).isEqualTo("1200");
        assertThat(stored("price")).isEqualTo("90.00 EUR");
        assertThat(stored("remarks")).isEqualTo("Neue Dichtung");
    }

    @ParameterizedTest
    @MethodSource("waysToSave")
    void a_day_that_was_typed_and_not_left_is_saved(Consumer<Page> save) {
        var page = openNew();
        type(input(page, "name"), "Cold box");
        type(input(page, "bought"), "2026-01-31");

        save.accept(page);

        assertCreated(page);
        assertThat(stored("bought")).isEqualTo("2026-01-31");
    }

    /// A click would close the open list first, which takes the choice.
    @Test
    void a_choice_that_was_typed_and_not_left_is_saved_by_keys() {
        var page = openNew();
        type(input(page, "name"), "Cold box");
        type(input(page, "kind"), "cooler");
        assertThat(page.locator("vaadin-combo-box-item:not([hidden])")).hasText("cooler");

        page.keyboard().press("Control+s");

        assertCreated(page);
        assertThat(stored("kind")).isEqualTo("cooler");
    }

    @Test
    void what_was_discarded_at_once_stays_away() {
        var page = open("user");
        type(page, "company", "New SARL");
        type(input(page, "phone"), "+33 4");

        page.getByRole(AriaRole.BUTTON, named("Discard").setExact(true)).click();

        assertThat(input(page, "company")).hasValue("Old SARL");
        assertThat(input(page, "phone")).hasValue("1");
        page.reload();
        assertThat(page.locator(".record-form")).isVisible();
        assertThat(input(page, "phone")).hasValue("1");
        assertThat(page.locator(".note-draft")).isHidden();
    }

    @Test
    void what_was_typed_before_the_form_was_closed_is_back_in_another_browser() {
        var page = open("user");
        type(input(page, "company"), "New SARL");
        compose(input(page, "phone"), "+33 4");

        page.getByRole(AriaRole.BUTTON, named("Close the form")).click();
        assertThat(page.locator(".record-form")).hasCount(0);

        var elsewhere = open("user");
        assertThat(input(elsewhere, "company")).hasValue("New SARL");
        assertThat(input(elsewhere, "phone")).hasValue("+33 4");
    }

    private Page openNew() {
        var page = signedIn("user", "records/equipment/new");
        assertThat(page.locator(".record-form")).isVisible();
        assertThat(page.locator("html")).hasAttribute("data-connection", "live");
        return page;
    }

    private static void type(Locator input, String text) {
        input.click();
        input.press("Control+a");
        input.pressSequentially(text);
    }

    /// As input methods do: the last event changes nothing any more.
    private static void compose(Locator input, String text) {
        type(input, text);
        input.dispatchEvent("input");
    }

    private void assertCreated(Page page) {
        assertThat(toast(page)).containsText("is created");
        assertThat(page).hasURL(SAVED);
        look(page);
    }
}
