package io.mergedesk.ui.merge;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.DemoBrowserTest;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Conflicts in real browsers, and what is stored of their decisions: `user` edits, `supervisor`
/// was there before, `admin` comes third.
class MergeIT extends DemoBrowserTest {

    private static final String NOTES =
            """
            Deliveries before 10. Ring twice at the blue gate, then wait for Paul.
            No lorries above 12 t in the yard.\
            """;

    @Autowired private Conflicts conflicts;

    private Entity depot() {
        return create(
                SUPERVISOR,
                Origin.UI,
                "name",
                "Northwind depot",
                "phone",
                "+33 4 72 55 55 00",
                "status",
                "active",
                "tags",
                "depot; vip",
                "street",
                "12 quai de Saône",
                "city",
                "69001 Lyon",
                "fee",
                "10000 EUR",
                "notes",
                NOTES);
    }

    private Conflict parkAll(Entity depot) {
        change(
                SUPERVISOR,
                depot,
                "phone",
                "+33 4 72 55 55 01",
                "street",
                "14 quai de Saône",
                "fee",
                "12000 EUR",
                "notes",
                NOTES.replace("Ring twice", "Ring three times"),
                "status",
                "paused");
        return park(
                depot,
                Origin.UI,
                "phone",
                "+33 4 72 55 55 99",
                "city",
                "69009 Lyon",
                "fee",
                "15000 EUR",
                "notes",
                NOTES.replace("Ring twice", "Knock"),
                "since",
                "2026-01-31");
    }

    @Test
    void an_author_who_saves_into_a_contested_field_decides_at_once_and_goes_on() {
        var depot = depot();
        var user = signedIn("user", "records/depots/" + depot.id());
        var phone = user.locator("[data-box=phone] input");
        phone.fill("+33 99");
        assertThat(user.locator("[data-box=phone].field-touched")).isVisible();
        change(SUPERVISOR, depot, "phone", "+33 01");
        assertThat(user.locator(".field-contested")).isVisible();

        button(user, "Save").click();

        assertThat(user).hasURL(Pattern.compile(".*/conflicts/.*from=record"));
        assertThat(user.locator("h1")).isFocused();
        assertThat(user.locator(".row-sentence"))
                .hasText("You changed Phone to “+33 99”. Sven Supervisor changed it to “+33 01”.");
        assertThat(user.locator(".clock-note"))
                .containsText("and had not seen Sven Supervisor’s change of");
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 01");
        user.locator(".merge-back").click();
        assertThat(user.locator(".note-theirs")).containsText("An edit of Phone by you");
        button(user, "Decide").click();
        user.locator(".use-mine").click();
        assertThat(user.locator(".save-resolution")).isFocused();
        user.keyboard().press("Control+Enter");

        assertThat(user.locator(".record-form")).isVisible();
        assertThat(user.locator("vaadin-notification-card")).containsText("is saved as v3");
        assertThat(user.locator("[data-box=phone] input")).hasValue("+33 99");
        assertThat(user.locator(".note-theirs")).isHidden();
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 99");
    }

    @Test
    void a_supervisor_decides_later_by_keyboard_alone() {
        var depot = depot();
        var conflict = parkAll(depot);
        var user = signedIn("user", "records/depots/" + depot.id());
        assertThat(user.locator(".form-title .badge-conflict")).isVisible();
        var page = signedIn("supervisor", "conflicts/" + conflict.id());
        assertThat(page.locator(".merge-left")).hasText("4 of 4 left");
        screenshot(page, "merge-list");

        page.keyboard().press("F7");
        assertThat(row(page, "phone")).isFocused();
        page.keyboard().press("v");
        screenshot(page, "merge-columns");
        page.keyboard().press("v");
        row(page, "phone").focus();
        page.keyboard().press("2");
        assertThat(row(page, "street")).isFocused();
        page.keyboard().press("1");
        assertThat(row(page, "fee")).isFocused();
        page.keyboard().press("e");
        assertThat(page.locator(".row-editor input").first()).isFocused();
        page.keyboard().press("Control+A");
        page.keyboard().type("13500");
        page.keyboard().press("Escape");
        assertThat(row(page, "fee")).isFocused();
        assertThat(row(page, "fee").locator(".result-value")).containsText("13,500.00");
        page.keyboard().press("F7");
        assertThat(row(page, "notes")).isFocused();
        page.keyboard().press("3");
        assertThat(page.locator(".merge-left")).hasText("all decided");
        page.keyboard().press("Control+Enter");

        assertThat(page.locator(".settled")).containsText("You decided this at");
        screenshot(page, "merge-settled");
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 4 72 55 55 01");
        Assertions.assertThat(text(depot, "street")).isEqualTo("12 quai de Saône");
        Assertions.assertThat(text(depot, "city")).isEqualTo("69009 Lyon");
        Assertions.assertThat(text(depot, "fee")).isEqualTo("13500.00 EUR");
        Assertions.assertThat(text(depot, "notes")).contains("Ring three times", "Knock");
        Assertions.assertThat(text(depot, "since")).isEqualTo("2026-01-31");
        assertThat(user.locator("[data-box=city] input")).hasValue("69009 Lyon");
        assertThat(user.locator(".form-title .badge-conflict")).isHidden();
    }

    @Test
    void single_keys_are_left_alone_where_somebody_types_and_can_be_switched_off() {
        var depot = depot();
        var conflict = parkAll(depot);
        var page = signedIn("supervisor", "conflicts/" + conflict.id());

        var reason = page.locator(".merge-reason textarea");
        reason.click();
        page.keyboard().type("123 ve");
        assertThat(page.locator(".merge-left")).hasText("4 of 4 left");
        assertThat(reason).hasValue("123 ve");

        page.getByLabel("Single keys").uncheck();
        row(page, "phone").focus();
        page.keyboard().press("1");
        page.keyboard().press("ArrowDown");
        assertThat(row(page, "street")).isFocused();
        assertThat(page.locator(".merge-left")).hasText("4 of 4 left");
    }

    @Test
    void a_third_save_keeps_decisions_and_asks_only_what_is_new() {
        var depot = depot();
        var conflict = parkAll(depot);
        var page = signedIn("supervisor", "conflicts/" + conflict.id());
        row(page, "phone").locator(".use-mine").click();
        row(page, "street").locator(".use-theirs").click();
        assertThat(page.locator(".merge-left")).hasText("2 of 4 left");

        change(ADMIN, depot, "phone", "+33 1");

        assertThat(page.locator(".merge-news")).containsText("Phone is asked again");
        assertThat(page.locator(".merge-news")).containsText("changed Phone at");
        assertThat(page.locator(".merge-left")).hasText("3 of 4 left");
        assertThat(row(page, "phone").locator(".row-again")).isVisible();
        screenshot(page, "merge-moved");
        row(page, "phone").locator(".use-theirs").click();
        row(page, "fee").locator(".use-mine").click();
        row(page, "notes").locator(".hunk-side.mine .hunk-choice").click();
        button(page, "Preview").click();
        assertThat(page.locator(".preview-list").getByText("piece by piece")).isVisible();
        screenshot(page, "merge-preview");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save resolution"))
                .last()
                .click();

        assertThat(page.locator(".settled")).isVisible();
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 1");
        Assertions.assertThat(text(depot, "street")).isEqualTo("14 quai de Saône");
        Assertions.assertThat(text(depot, "fee")).isEqualTo("15000.00 EUR");
        Assertions.assertThat(text(depot, "notes")).contains("Knock").doesNotContain("three times");
    }

    @Test
    void leaving_refresh_and_a_lost_session_lose_nothing() {
        var depot = depot();
        var conflict = parkAll(depot);
        var page = signedIn("supervisor", "conflicts/" + conflict.id());
        row(page, "phone").locator(".use-mine").click();
        assertThat(page.locator(".merge-left")).hasText("3 of 4 left");
        page.locator(".merge-reason textarea").fill("Called the depot");

        page.reload();
        assertThat(page.locator(".merge-left")).hasText("3 of 4 left");
        assertThat(page.locator(".merge-reason textarea")).hasValue("Called the depot");

        page.context().clearCookies();
        page.navigate("/conflicts/" + conflict.id());
        signIn(page, "supervisor", PASSWORD);
        assertThat(page.locator(".merge-left")).hasText("3 of 4 left");
        assertThat(page.locator(".merge-reason textarea")).hasValue("Called the depot");

        // the keys are there a moment after the rows
        Awaitility.await()
                .pollInSameThread()
                .until(() -> {
                    page.locator("h1").first().focus();
                    page.keyboard().press("Escape");
                    return page.url().matches(".*/conflicts(\\?.*)?");
                });
        page.navigate("/conflicts/" + conflict.id());
        assertThat(page.locator(".merge-left")).hasText("3 of 4 left");
    }

    @Test
    void the_second_supervisor_is_told_and_undo_asks_again() {
        var depot = depot();
        change(SUPERVISOR, depot, "phone", "+33 01");
        var conflict = park(depot, Origin.UI, "phone", "+33 99");
        var first = signedIn("supervisor", "conflicts/" + conflict.id());
        var second = signedIn("admin", "conflicts/" + conflict.id());
        second.locator(".use-theirs").click();
        assertThat(second.locator(".merge-left")).hasText("all decided");

        first.locator(".use-mine, .use-theirs").last().click();
        first.locator(".save-resolution").click();

        assertThat(second.locator(".settled")).containsText("Sven Supervisor decided this at");
        assertThat(second.locator("vaadin-notification-card"))
                .containsText("Yours was not written");
        first.locator("vaadin-notification-card vaadin-button").click();
        assertThat(first.locator(".merge-left")).hasText("all decided");
        assertThat(second.locator(".merge-left")).isVisible();
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 01");
        Assertions.assertThat(
                        conflicts.find(conflict.id(), ADMIN).orElseThrow().conflict().isOpen())
                .isTrue();
    }

    @Test
    void a_conflict_is_decided_on_a_phone() {
        var depot = depot();
        change(SUPERVISOR, depot, "phone", "+33 01");
        var conflict = park(depot, Origin.UI, "phone", "+33 99");
        var page = signedIn("user", "conflicts/" + conflict.id());
        page.setViewportSize(390, 844);

        page.locator(".use-mine").click();
        page.locator(".save-resolution").click();

        assertThat(page.locator(".settled")).isVisible();
        Assertions.assertThat(text(depot, "phone")).isEqualTo("+33 99");
        Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void what_only_differs_in_its_form_is_no_conflict() {
        var depot = depot();
        change(SUPERVISOR, depot, "fee", "12000 EUR", "tags", "lyon; vip");

        var outcome =
                save(
                        new Edit.Update(
                                depot.id(),
                                new Revision(1),
                                patch("fee", "12000.00 EUR", "tags", "vip; lyon")),
                        USER,
                        Origin.UI);

        Assertions.assertThat(outcome).isNotInstanceOf(SaveOutcome.Parked.class);
    }

    @Test
    void alt_h_in_a_field_shows_the_history_of_that_field() {
        var depot = depot();
        change(SUPERVISOR, depot, "phone", "+33 01");
        var page = signedIn("user", "records/depots/" + depot.id());
        page.locator("[data-box=phone] input").focus();

        page.keyboard().press("Alt+h");

        assertThat(page).hasURL(Pattern.compile(".*/history\\?field=phone"));
    }

    private static Locator row(Page page, String field) {
        return page.locator("[data-row='" + field + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
