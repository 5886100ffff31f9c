package io.mergedesk.ui.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.Bulk;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.Followings;
import io.mergedesk.desk.Inbox;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Following and muting a record in real browsers: one entry in the bell however much others do,
/// silence, and what concerns somebody comes in any case.
class FollowingIT extends DemoBrowserTest {

    private static final int BURST = 200;

    @Autowired private Followings followings;
    @Autowired private Inbox inbox;
    @Autowired private Desk desk;
    @Autowired private Bulk bulk;
    @Autowired private ConflictStore conflicts;

    private final String name = "Northwind " + UUID.randomUUID();
    private Entity depot;

    /// What the bells tell may be of earlier tests.
    @BeforeEach
    void aDepotAndBellsThatAreRead() {
        depot = create(USER, Origin.UI, "name", name);
        for (var actor : Set.of(USER, SUPERVISOR)) {
            inbox.read(inbox.latest(actor, Optional.empty(), 30), actor);
            assertThat(inbox.unread(actor)).isZero();
        }
    }

    @AfterEach
    void nobodyFollows() {
        for (var actor : Set.of(USER, SUPERVISOR)) {
            followings.set(depot.id(), Attention.USUAL, actor);
        }
    }

    @Test
    void a_burst_of_others_is_one_entry_that_grows_live_and_leads_to_what_changed() {
        var user = signedIn("user", path());
        var supervisor = signedIn("supervisor", path());
        choose(user, "Follow: also");
        assertThat(menu(user)).containsText("Following");
        assertThat(user.getByText("You follow this record")).isVisible();

        var phone = supervisor.locator("[data-box=phone] input");
        phone.fill("555 0100");
        assertThat(supervisor.locator("[data-box=phone]")).hasClass(Pattern.compile("touched"));
        supervisor.locator(".form-foot").getByText("Save").click();

        assertThat(count(user)).hasText("1");
        assertThat(count(supervisor)).isHidden();
        for (int i = 0; i < BURST; i++) {
            change(i % 2 == 0 ? SUPERVISOR : ADMIN, depot, "phone", "555 " + i, "city", "C" + i);
        }
        change(ADMIN, depot, "status", "paused");
        await().untilAsserted(() -> assertThat(inbox.unread(USER)).isOne());
        assertThat(user.locator("[data-box=city] input")).hasValue("C" + (BURST - 1));
        assertThat(count(user)).hasText("1");
        screenshot(user, "following-form");

        openBell(user);

        var notice = user.locator(".notice").first();
        assertThat(notice)
                .containsText(
                        "Ada Admin and Sven Supervisor changed 3 fields of "
                                + name
                                + " since your last visit.");
        assertThat(user.locator(".notice", withText(name))).hasCount(1);
        assertThat(count(user)).isHidden();
        screenshot(user, "following-notices");
        notice.getByText("See changes").click();
        user.waitForURL(Pattern.compile(".*/history\\?compare=1\\.\\.203"));
        assertThat(user.locator(".history-page")).containsText("555 199");
        screenshot(user, "following-history");

        // read until there is more, which is told alone
        change(SUPERVISOR, depot, "since", "2020-01-31");
        assertThat(count(user)).hasText("1");
        openBell(user);
        assertThat(notice)
                .containsText(
                        "Sven Supervisor changed Customer since of "
                                + name
                                + " since your last visit.");
    }

    @Test
    void a_muted_record_is_silent_but_whoever_is_overruled_is_told() {
        var user = signedIn("user", path());
        choose(user, "Follow: also");
        assertThat(menu(user)).containsText("Following");
        choose(user, "Mute: only");
        assertThat(menu(user)).containsText("Muted");
        screenshot(user, "following-muted");

        change(SUPERVISOR, depot, "phone", "theirs");
        assertThat(user.locator("[data-box=phone] input")).hasValue("theirs");
        assertThat(count(user)).isHidden();

        var conflict = park("phone", "mine");
        settle(conflict, new SettlingRule.SideOf(SUPERVISOR.id()));

        assertThat(count(user)).hasText("1");
        openBell(user);
        assertThat(user.locator(".notice").first())
                .containsText("replaced your Phone “mine” while merging " + name);
    }

    @Test
    void the_desk_is_told_once_of_a_record_nothing_of_a_muted_one_but_who_is_to_decide_is() {
        var supervisor = signedIn("supervisor", path());
        change(SUPERVISOR, depot, "phone", "theirs");
        for (int i = 0; i < 40; i++) {
            park("phone", "mine " + i);
        }
        assertThat(count(supervisor)).hasText("1");
        openBell(supervisor);
        assertThat(supervisor.locator(".notice").first())
                .containsText("40 edits by Uma User of " + name + " wait for a decision: Phone.");
        screenshot(supervisor, "following-desk");
        supervisor.locator(".notice").first().getByText("Open").click();
        supervisor.waitForURL(Pattern.compile(".*/conflicts\\?entity=" + depot.id()));
        assertThat(supervisor.locator(".chip")).containsText("One record");

        followings.set(depot.id(), Attention.MUTE, SUPERVISOR);
        var conflict = park("phone", "late");
        assertThat(count(supervisor)).isHidden();
        desk.handle(
                conflict.id(),
                conflict.version(),
                Handling.NEW.assigned(Optional.of(SUPERVISOR.id())).noted("@user knows"),
                ADMIN);

        assertThat(count(supervisor)).hasText("1");
        openBell(supervisor);
        assertThat(supervisor.locator(".notice").first())
                .containsText("Ada Admin asks you to decide about " + name);
        var user = signedIn("user", path());
        openBell(user);
        assertThat(user.locator(".notice").first())
                .containsText("Ada Admin named you in a note on " + name);
    }

    @Test
    void the_menu_is_reached_and_used_by_keyboard() {
        var user = signedIn("user", path());
        menu(user).focus();

        user.keyboard().press("Enter");
        assertThat(user.locator("vaadin-menu-bar-item", withText("Follow: also"))).isVisible();
        screenshotOfMenu(user, "following-menu");
        user.keyboard().press("ArrowDown");
        user.keyboard().press("Enter");

        await().untilAsserted(() ->
                assertThat(followings.of(depot.id(), USER)).contains(Attention.FOLLOW));
        assertThat(menu(user)).containsText("Following");
    }

    private String path() {
        return "records/depots/" + depot.id();
    }

    private static Locator menu(Page page) {
        return page.locator(".follow-menu > vaadin-menu-bar-button").first();
    }

    private static void choose(Page page, String words) {
        menu(page).click();
        page.locator("vaadin-menu-bar-item", withText(words)).click();
    }

    private static Locator count(Page page) {
        return page.locator(".bell-count");
    }

    private static void openBell(Page page) {
        page.locator(".bell vaadin-button").first().click();
        assertThat(page.locator(".notices")).isVisible();
    }

    private Conflict park(String field, String mine) {
        return park(depot, Origin.API, field, mine);
    }

    private void settle(Conflict conflict, SettlingRule rule) {
        Set<ConflictId> which = Set.of(conflict.id());
        bulk.run(
                new BulkRequest(new BulkRequest.Selection.These(which), rule, ""),
                Author.of(ADMIN, Origin.UI),
                BulkWatch.NONE);
        assertThat(conflicts.find(conflict.id()).orElseThrow().isOpen()).isFalse();
    }

    private static Page.LocatorOptions withText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
