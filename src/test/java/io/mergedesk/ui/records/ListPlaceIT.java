package io.mergedesk.ui.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.entities.Edit;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever happens to a list, its reader stays where they are.
class ListPlaceIT extends RecordsBrowserTest {

    private static final int FAR = 4_000;

    @Autowired private EventBus bus;

    @Test
    void so_many_changes_that_the_list_is_read_anew_move_nothing() {
        var page = scrolled();
        var before = place(page);
        focusRow(page);

        var pill = page.getByRole(AriaRole.BUTTON, named("1 new record: show"));
        var news = written(new Edit.Create(CONTACTS, patch("name", "Zz news")));
        assertThat(pill).isVisible();
        for (int i = 0; i < 3_000; i++) {
            bus.publish(lastChange());
        }
        assertThat(pill).isHidden();
        settled(page);

        assertThat(place(page)).isEqualTo(before);
        assertThat(page.locator("vaadin-grid").evaluate("it => document.activeElement === it"))
                .isEqualTo(true);
        written(new Edit.Delete(news.id(), news.revision()));
    }

    @Test
    void my_own_new_record_moves_nothing() {
        var page = scrolled();
        var before = place(page);
        page.getByRole(AriaRole.BUTTON, named("New contact")).click();
        input(page, "name").fill("Zz mine");

        save(page);

        assertThat(toast(page)).containsText("Zz mine is created");
        assertThat(page.locator(".form-title h2")).hasText("Zz mine");
        settled(page);
        assertThat(place(page)).isEqualTo(before);
    }

    private Page scrolled() {
        var page = signedIn("user", "records/contacts");
        assertThat(page.locator("vaadin-grid")).containsText("Aa depot");
        page.locator("vaadin-grid").hover();
        page.waitForCondition(() -> {
            page.mouse().wheel(0, 1_000);
            return top(page) >= FAR;
        });
        page.locator("vaadin-grid")
                .evaluate("it => it.shadowRoot.querySelector('#table').scrollTop = " + FAR);
        settled(page);
        return page;
    }

    private static void settled(Page page) {
        page.waitForFunction(
                """
                () => {
                  const grid = document.querySelector('vaadin-grid');
                  return !grid.loading && grid._firstVisibleIndex > 100;
                }
                """);
    }

    private static void focusRow(Page page) {
        page.locator("vaadin-grid")
                .evaluate(
                        "it => { it.shadowRoot.querySelector('#items [tabindex=\"0\"]').focus() }");
    }

    private static int top(Page page) {
        return ((Number)
                        page.locator("vaadin-grid")
                                .evaluate("it => it.shadowRoot.querySelector('#table').scrollTop"))
                .intValue();
    }

    /// How far the list is scrolled, and what stands there.
    private static String place(Page page) {
        return (String)
                page.locator("vaadin-grid")
                        .evaluate(
                                """
                                it => {
                                  const table = it.shadowRoot.querySelector('#table');
                                  const row = it._firstVisibleIndex;
                                  return Math.round(table.scrollTop / 10) + ' ' + row;
                                }
                                """);
    }

    private Event lastChange() {
        return bus.history().stream()
                .filter(event ->
                        event instanceof Event.EntityChanged changed
                                && changed.type().equals(CONTACTS))
                .toList()
                .getLast();
    }
}
