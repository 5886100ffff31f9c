package io.mergedesk.ui.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.DemoBrowserTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditIT extends DemoBrowserTest {

    @Autowired private Conflicts conflicts;

    @Test
    void a_decision_is_found_and_read() {
        var name = "Depot " + UUID.randomUUID();
        aSettledConflict(name);
        var page = signedIn("admin", "audit");
        screenshot(page, "audit-all");

        page.getByLabel("Search old and new values").fill("0777");
        page.waitForURL("**/audit?q=0777");
        page.locator(".entry", containing("settled a conflict in " + name)).click();

        assertThat(page.locator(".decision")).containsText("Reason: “Called the depot”");
        assertThat(page.locator(".decision .lost").last()).containsText("0777");
        assertThat(page).hasURL(Pattern.compile("at=e\\d+"));
        page.getByRole(AriaRole.BUTTON, named("Only this record")).click();
        assertThat(page.locator(".chips")).containsText("Record: " + name);
        screenshot(page, "audit-decision");
    }

    @Test
    void the_badge_explains_and_verifies() {
        var page = signedIn("admin", "audit");

        page.locator(".integrity > button").press("Enter");
        page.getByRole(AriaRole.BUTTON, named("Verify now")).click();

        assertThat(page.locator(".integrity > button"))
                .hasText(Pattern.compile("✓ Intact, [0-9,]+ rows, checked just now"));
        assertThat(page.locator(".integrity-words")).containsText("Verified just now.");
        screenshot(page, "audit-verified");
    }

    @Test
    void new_entries_wait_and_do_not_move_what_is_read() {
        var depot = create(USER, Origin.UI, "name", "Quay " + UUID.randomUUID());
        var page = signedIn("admin", "audit?type=depots");
        var read = page.locator(".entry", containing("created " + text(depot, "name")));
        read.focus();

        change(SUPERVISOR, depot, "city", "Lyon");

        var show = page.getByRole(AriaRole.BUTTON, named("Show 1 new entry"));
        assertThat(show).isVisible();
        assertThat(read).isFocused();
        screenshot(page, "audit-news");
        show.press("Enter");
        assertThat(page.locator(".entry").first()).containsText("changed City of");
    }

    @Test
    void what_is_shown_is_exported_and_that_is_noted_too() throws IOException {
        var depot = create(USER, Origin.UI, "name", "Quay " + UUID.randomUUID(), "phone", "1");
        change(SUPERVISOR, depot, "phone", "2");
        var page = signedIn("admin", "audit?entity=" + depot.id());
        assertThat(page.locator(".entry")).hasCount(2);

        page.locator(".export-menu vaadin-menu-bar-button").first().click();
        var lines = page.locator("a.export-link", containing("JSON lines"));
        var download = page.waitForDownload(lines::click);

        assertThat(download.suggestedFilename()).isEqualTo("audit.jsonl");
        assertThat(Files.readString(download.path()).lines().toList())
                .hasSize(2)
                .allMatch(line -> line.contains(depot.id().toString()));
        page.navigate("/audit?action=audit-exported");
        assertThat(page.locator(".entry").first()).containsText("You exported");
    }

    @Test
    void a_value_is_put_back_from_the_audit() {
        var depot = create(USER, Origin.UI, "name", "Quay " + UUID.randomUUID(), "phone", "1");
        change(SUPERVISOR, depot, "phone", "2");
        var page = signedIn("admin", "audit?entity=" + depot.id());
        assertThat(page.locator(".diff")).containsText("Phone");

        page.getByRole(AriaRole.BUTTON, named("Restore Phone to 1")).click();
        screenshot(page, "audit-restore");
        page.locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Restore").setExact(true))
                .click();

        assertThat(page.locator("vaadin-notification-card")).containsText("Restored as v3.");
        assertThat(text(depot, "phone")).isEqualTo("1");
    }

    @Test
    void the_trail_goes_on_where_one_scrolls_and_is_kept_under_a_name() {
        var page = signedIn("admin", "audit?type=contacts");
        var entries = page.locator(".entry");
        assertThat(entries.first()).isVisible();
        int shown = entries.count();

        page.locator(".show-older").scrollIntoViewIfNeeded();

        Awaitility.await().pollInSameThread().until(() -> entries.count() > shown);
        page.getByRole(AriaRole.MENUITEM, named("Views")).click();
        page.getByText("Save this view …").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Contacts");
        page.getByRole(AriaRole.BUTTON, named("Save")).click();
        page.navigate("/audit");
        page.getByRole(AriaRole.MENUITEM, named("Views")).click();
        page.getByRole(AriaRole.MENUITEM, named("Contacts")).click();
        page.waitForURL("**/audit?type=contacts");
    }

    private Entity aSettledConflict(String name) {
        var depot =
                create(
                        ADMIN,
                        Origin.IMPORT,
                        "name",
                        name,
                        "phone",
                        "+33 4 72 55 55 00",
                        "notes",
                        "Deliveries before 9.");
        change(SUPERVISOR, depot, "phone", "+33 4 72 55 55 99", "city", "Lyon");
        save(
                new Edit.Update(
                        depot.id(),
                        depot.revision(),
                        patch("phone", "0777", "notes", "Deliveries before 9. Ring twice.")),
                USER,
                Origin.UI);
        var conflict = conflicts.openOf(depot.id(), ADMIN).getFirst();
        var now = conflicts.find(conflict.id(), ADMIN).orElseThrow();
        conflicts.resolve(
                conflict.id(),
                conflict.version(),
                now.seen(),
                Decisions.NONE.with(new FieldName("phone"), Choice.Whole.THEIRS),
                "Called the depot",
                Author.of(SUPERVISOR, Origin.MERGE));
        return depot;
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
