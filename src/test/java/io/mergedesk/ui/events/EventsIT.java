package io.mergedesk.ui.events;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Origin;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EventsIT extends DemoBrowserTest {

    @Test
    void events_stream_in_and_lead_to_the_history() {
        var page = signedIn("admin", "events");
        var name = "Quay " + UUID.randomUUID();

        var depot = create(USER, Origin.UI, "name", name);
        change(SUPERVISOR, depot, "phone", "1", "city", "Lyon");

        var first = page.locator(".event").first();
        assertThat(first).containsText("supervisor changed City, Phone of " + name);
        assertThat(page.locator(".event-counts")).containsText("entity:updated");
        screenshot(page, "events");
        first.locator(".event-facts a").click();
        assertThat(page.locator("h1")).hasText("History of " + name);
    }

    @Test
    void many_events_arrive_together_and_the_page_stays_bounded() {
        var page = signedIn("admin", "events");
        var depot = create(USER, Origin.UI, "name", "Busy");

        for (int i = 0; i < 320; i++) {
            change(USER, depot, "phone", "" + i);
        }

        assertThat(page.locator(".event").first()).containsText("v321");
        assertThat(page.locator(".event").count()).isLessThanOrEqualTo(300);
    }

    @Test
    void what_one_reads_further_down_does_not_move() {
        var depot = create(USER, Origin.UI, "name", "Reading");
        for (int i = 0; i < 60; i++) {
            change(USER, depot, "phone", "" + i);
        }
        var page = signedIn("admin", "events");
        assertThat(page.locator(".event").first()).containsText("v61");
        page.locator(".event-stream").evaluate("stream => stream.scrollTo(0, 600)");
        var read = page.locator(".event").nth(20);
        page.waitForFunction("() => document.querySelector('.event-stream').scrollTop > 500");
        assertThat(page.locator(".events-page[data-reading]")).isVisible();
        var before = read.boundingBox();

        change(USER, depot, "phone", "later");

        var button =
                page.getByRole(
                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show 1 new event"));
        assertThat(button).isVisible();
        assertThat(read.boundingBox().y).isEqualTo(before.y);
        screenshot(page, "events-held");
        button.click();
        assertThat(page.locator(".event").first()).containsText("v62");
    }

    @Test
    void a_pattern_is_kept_in_the_address_and_a_wrong_one_is_explained() {
        create(USER, Origin.UI, "name", "Pattern");
        var page = signedIn("admin", "events");
        var field = page.getByLabel("Show", new Page.GetByLabelOptions().setExact(true));

        field.fill("entity:moved");
        field.press("Enter");
        assertThat(page.locator(".event-pattern")).containsText("No event matches “entity:moved”");
        screenshot(page, "events-wrong-pattern");
        field.fill("sync:*");
        field.press("Enter");

        page.waitForURL(Pattern.compile(".*/events\\?pattern=sync.*"));
        assertThat(page.locator(".event")).hasCount(0);
        assertThat(page.locator(".event-stream"))
                .containsText("None of the last events matches sync:*");
    }

    @Test
    void others_do_not_find_it() {
        var page = signedIn("supervisor", "events");

        assertThat(page.locator("h1")).containsText("There is nothing here");
    }
}
