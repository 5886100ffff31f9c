package io.mergedesk.ui.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HistoryIT extends DemoBrowserTest {

    @Test
    void a_history_is_told_by_bursts_and_compared() {
        var depot = aDepotWithAPast();
        var page = open(depot, "");

        assertThat(page.locator("h1")).hasText("History of Northwind depot");
        assertThat(page.locator(".timeline h2")).hasText("Today");
        assertThat(page.locator(".burst-head")).hasText(Pattern.compile("changed it 3 times"));
        assertThat(page.locator(".diff ins").last()).containsText("Ring twice");
        screenshot(page, "history");

        page.getByRole(AriaRole.BUTTON, named("Compare revisions")).click();
        page.waitForURL("**/history?compare=6..7");
        page.navigate(page.url().replace("6..7", "2..7"));
        assertThat(page.locator(".diff tbody tr")).hasCount(5);
        screenshot(page, "history-compare");

        page.getByText("Read as sentences").click();
        assertThat(page.locator(".sentences"))
                .containsText("Phone: from “+33 4 72 55 55 00” to “+33 4 72 55 55 99”");
        screenshot(page, "history-sentences");
    }

    @Test
    void going_back_shows_what_was_shown_before() {
        var depot = aDepotWithAPast();
        var page = open(depot, "?rev=2");
        assertThat(page.locator(".detail h2")).hasText("v1 → v2");

        page.locator(".entry", containing("imported it")).click();
        assertThat(page.locator(".detail h2")).hasText("v1, the first");
        assertThat(page.locator(".entry[aria-current]")).containsText("imported it");
        assertThat(page).hasURL(java.util.regex.Pattern.compile("rev=1$"));

        page.goBack();

        assertThat(page.locator(".detail h2")).hasText("v1 → v2");
        assertThat(page.locator(".entry[aria-current]")).containsText("changed Status");
    }

    @Test
    void a_field_is_restored_with_the_keyboard_after_a_preview_and_undone() {
        var depot = aDepotWithAPast();
        var page = open(depot, "?rev=4");
        var restore = page.getByRole(AriaRole.BUTTON, named("Restore Phone to +33 4 72 55 55 00"));

        restore.focus();
        page.keyboard().press("Enter");
        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("1 field will change");
        screenshot(page, "history-restore");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore"))
                .last()
                .press("Enter");

        assertThat(page.locator("vaadin-notification-card")).containsText("Restored as v8.");
        assertThat(page.locator(".entry").first()).containsText("You restored Phone");
        assertThat(text(depot, "phone")).isEqualTo("+33 4 72 55 55 00");
        page.getByRole(AriaRole.BUTTON, named("Undo")).click();
        Awaitility.await().until(() -> text(depot, "phone").equals("+33 4 72 55 55 99"));
    }

    @Test
    void what_others_do_arrives_without_moving_what_one_reads() {
        var depot = aDepotWithAPast();
        var page = open(depot, "?rev=2");
        page.locator(".entry", containing("imported it")).focus();

        change(SUPERVISOR, depot, "city", "<img src=x onerror=alert(1)>");

        assertThat(page.locator(".entry").first()).containsText("Sven Supervisor changed City");
        assertThat(page.locator(".entry", containing("imported it"))).isFocused();
        assertThat(page.locator(".detail h2")).hasText("v1 → v2");
        page.locator(".entry").first().click();
        assertThat(page.locator(".diff")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator(".diff img")).hasCount(0);
    }

    @Test
    void a_deleted_record_is_brought_back() {
        var depot = aDepotWithAPast();
        save(new Edit.Delete(depot.id(), new Revision(7)), SUPERVISOR, Origin.UI);
        var page = open(depot, "");
        assertThat(page.locator(".history .note")).containsText("This record is deleted");
        screenshot(page, "history-deleted");

        page.locator(".note").getByRole(AriaRole.BUTTON).click();

        assertThat(page.locator(".history .note")).isHidden();
        assertThat(page.locator(".entry").first()).containsText("You restored it");
    }

    private Entity aDepotWithAPast() {
        var depot =
                create(
                        ADMIN,
                        Origin.IMPORT,
                        "name",
                        "Northwind depot",
                        "phone",
                        "+33 4 72 55 55 00",
                        "status",
                        "paused",
                        "tags",
                        "depot; lyon; vip",
                        "street",
                        "12 quai de Saône",
                        "city",
                        "Lyon",
                        "notes",
                        "Deliveries before 9. The gate code is with the guard.");
        change(SUPERVISOR, depot, "status", "active");
        change(USER, depot, "tags", "cold store; depot; lyon");
        change(USER, depot, "phone", "+33 4 72 55 55 01");
        change(USER, depot, "fee", "1250 EUR", "since", "2019-05-01");
        change(SUPERVISOR, depot, "phone", "+33 4 72 55 55 99");
        change(
                ADMIN,
                depot,
                "notes",
                "Deliveries before 10. The gate code is with the guard. Ring twice.");
        return depot;
    }

    private Page open(Entity depot, String query) {
        return signedIn("user", "records/depots/" + depot.id() + "/history" + query);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
