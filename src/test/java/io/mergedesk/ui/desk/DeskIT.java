package io.mergedesk.ui.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.Bulk;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The desk in real browsers: what waits appears, is shared out, decided by a rule, taken back; and
/// whoever is overruled is told.
class DeskIT extends DemoBrowserTest {

    @Autowired private Bulk bulk;
    @Autowired private ConflictStore conflicts;

    /// The demo's own edits too.
    @BeforeEach
    @AfterEach
    void leaveNothingWaiting() {
        settle(new SettlingRule.Newest());
    }

    @Test
    void a_conflict_appears_at_the_supervisor_and_the_bell_counts() {
        var supervisor = signedIn("supervisor", "conflicts");
        var user = signedIn("user", "records/depots");
        assertThat(supervisor.getByText("Nothing waits")).isVisible();
        screenshot(supervisor, "desk-empty");
        // what the bell tells may be of earlier tests
        read(supervisor);
        read(user);

        var conflict = park(USER, Origin.API, "phone", "555 0100", "555 0199");

        var row = row(supervisor, conflict);
        assertThat(row).isVisible();
        assertThat(supervisor.locator("vaadin-side-nav-item[path='conflicts'] .badge"))
                .containsText("1");
        assertThat(supervisor.locator(".bell-count")).hasText("1");
        assertThat(user.locator(".bell-count")).hasText("1");
        screenshot(supervisor, "desk-open");

        user.locator(".bell vaadin-button").first().click();

        assertThat(user.locator(".notice").first()).containsText("waits for a decision: Phone");
        assertThat(user.locator(".bell-count")).isHidden();
        screenshot(user, "notices");
        user.locator(".notice").first().getByText("Open").click();
        user.waitForURL(Pattern.compile(".*/conflicts/" + conflict.id() + ".*"));
    }

    @Test
    void what_a_supervisor_notes_shows_at_the_other_at_once() {
        var conflict = park(USER, Origin.IMPORT, "phone", "1", "2");
        var supervisor = signedIn("supervisor", "conflicts");
        var admin = signedIn("admin", "conflicts");
        assertThat(row(admin, conflict)).isVisible();

        supervisor
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Pattern.compile("Handle " + title(conflict))))
                .click();
        supervisor.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("High")).check();
        button(supervisor, "Take it").click();
        supervisor.getByLabel("Inspected").check();
        supervisor.getByLabel("Note").fill("Ask the driver");
        screenshot(supervisor, "desk-handling");
        button(supervisor, "Save").click();

        assertThat(line(supervisor, conflict)).containsText("Ask the driver");
        var there = line(admin, conflict);
        assertThat(there).containsText("Sven Supervisor");
        assertThat(there).containsText("High");
        assertThat(there).containsText("Inspected · “Ask the driver”");
    }

    @Test
    void many_are_tried_settled_and_taken_back() {
        for (int i = 0; i < 12; i++) {
            park(USER, Origin.API, "phone", "555 01" + i, "555 02" + i);
        }
        var supervisor = signedIn("supervisor", "conflicts?type=depots");
        assertThat(supervisor.locator(".chip")).containsText("Depots");

        button(supervisor, "Decide by a rule …").click();
        screenshot(supervisor, "desk-rule");
        button(supervisor, "Try it").click();
        assertThat(supervisor.locator(".bulk-preview"))
                .containsText("12 conflicts would be settled, 0 would wait on");
        assertThat(supervisor.locator(".bulk-samples tbody tr")).hasCount(10);
        screenshot(supervisor, "desk-preview");
        supervisor.getByLabel("Reason (kept with each decision)").fill("Stale program");
        button(supervisor, "Settle 12 conflicts").click();

        var toast = supervisor.locator("vaadin-notification-card").first();
        assertThat(toast).containsText("12 conflicts settled.");
        assertThat(supervisor.locator("vaadin-side-nav-item[path='conflicts'] .badge")).hasCount(0);
        screenshot(supervisor, "desk-settled-together");
        toast.getByText("Undo").click();

        assertThat(supervisor.locator("vaadin-side-nav-item[path='conflicts'] .badge"))
                .containsText("12");
        assertThat(supervisor.getByText("12 conflicts wait again.")).isVisible();
    }

    @Test
    void whoever_is_overruled_restores_with_one_click() {
        var conflict = park(USER, Origin.UI, "phone", "their number", "my number");
        settle(new SettlingRule.SideOf(SUPERVISOR.id()));
        var user = signedIn("user", "records/depots");

        user.locator(".bell vaadin-button").first().click();
        var notice = user.locator(".notice").first();
        assertThat(notice).containsText("replaced your Phone “my number” while merging");
        screenshot(user, "notices-overruled");
        notice.getByText("Restore").click();

        assertThat(user.getByText("has your value again")).isVisible();
        assertThat(text(entity(conflict), "phone")).isEqualTo("my number");
        assertThat(notice.getByText("Restore")).hasCount(0);
    }

    @Test
    void keys_move_through_the_list_and_next_stays_in_its_order() {
        var first = park(USER, Origin.UI, "phone", "1", "2");
        var second = park(USER, Origin.UI, "phone", "1", "2");
        var page = signedIn("supervisor", "conflicts?order=oldest&type=depots");
        assertThat(row(page, first)).isVisible();

        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/conflicts/" + second.id() + "\\?.*order=oldest.*"));
        assertThat(page.locator("h1")).containsText(title(second));
        page.keyboard().press("Shift+F8");

        page.waitForURL(Pattern.compile(".*/conflicts/" + first.id() + "\\?.*order=oldest.*"));
    }

    @Test
    void settled_ones_and_automatic_merges_are_listed_too() {
        var conflict = park(USER, Origin.UI, "phone", "1", "2");
        settle(new SettlingRule.Newest());
        var joined = create(USER, Origin.UI, "name", "Joined " + UUID.randomUUID(), "tags", "vip");
        change(SUPERVISOR, joined, "tags", "vip; lyon");
        save(update(joined, "tags", "vip; depot"), USER, Origin.UI);

        var page = signedIn("supervisor", "conflicts?status=settled");
        assertThat(line(page, conflict)).containsText("Sven Supervisor applied a rule");
        screenshot(page, "desk-settled");
        page.locator(".tabs").getByText("Automatic merges").click();

        page.waitForURL(Pattern.compile(".*/merges"));
        assertThat(page.locator("vaadin-grid-cell-content", hasText("members of both")).first())
                .isVisible();
        screenshot(page, "desk-automatic");
    }

    @Test
    void authors_see_their_own_edits_that_wait() {
        var mine = park(USER, Origin.UI, "phone", "1", "2");
        var other = park(ADMIN, Origin.UI, "phone", "1", "2");

        var page = signedIn("user", "conflicts");

        assertThat(page.locator("h1")).containsText("Your edits that wait");
        assertThat(row(page, mine)).isVisible();
        assertThat(row(page, other)).hasCount(0);
        assertThat(page.locator(".desk-figures")).hasCount(0);
        assertThat(page.getByText("Decide by a rule")).hasCount(0);
        screenshot(page, "desk-own");
    }

    private void settle(SettlingRule rule) {
        bulk.run(
                new BulkRequest(new BulkRequest.Selection.Matching(List.of()), rule, ""),
                Author.of(SUPERVISOR, Origin.UI),
                BulkWatch.NONE);
    }

    /// The supervisor changes a depot (the user where the edit is of a supervisor), then somebody
    /// changes it as they had read it before.
    private Conflict park(Actor who, Origin origin, String field, String theirs, String mine) {
        var depot = create(who, Origin.UI, "name", "Depot " + UUID.randomUUID());
        change(SUPERVISOR, depot, field, theirs);
        if (save(update(depot, field, mine), who, origin)
                instanceof SaveOutcome.Parked(_, var conflict, _)) {
            return conflict;
        }
        throw new AssertionError("expected a parked edit");
    }

    private static Edit update(Entity entity, String field, String text) {
        return new Edit.Update(entity.id(), new Revision(1), patch(field, text));
    }

    private Entity entity(Conflict conflict) {
        return entities.find(conflicts.find(conflict.id()).orElseThrow().entity(), ADMIN)
                .orElseThrow();
    }

    private String title(Conflict conflict) {
        return text(entity(conflict), "name");
    }

    private Locator row(Page page, Conflict conflict) {
        return page.locator(".conflict-grid vaadin-grid-cell-content", hasText(title(conflict)))
                .first();
    }

    /// All cells of a row: they stand beside one another in the grid's slots.
    private Locator line(Page page, Conflict conflict) {
        var title = title(conflict);
        page.locator(".conflict-grid vaadin-grid-cell-content", hasText(title)).first().waitFor();
        return page.locator(".conflict-grid");
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void read(Page page) {
        page.locator(".bell vaadin-button").first().click();
        assertThat(page.locator(".notices")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator(".notices")).isHidden();
    }
}
